package org.dpstck.core.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.http.HttpEntity;
import org.apache.http.entity.HttpEntityWrapper;

/** A body that ends with an error when it is longer than allowed, instead of filling the memory. */
final class BoundedEntity extends HttpEntityWrapper {

    private final int limit;

    BoundedEntity(HttpEntity entity, int limit) {
        super(entity);
        this.limit = limit;
    }

    @Override
    public InputStream getContent() throws IOException {
        return new BoundedStream(super.getContent(), limit);
    }

    /** More came than the suite is willing to read. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(int limit) {
            super("the answer is longer than " + limit + " bytes");
        }
    }

    private static final class BoundedStream extends FilterInputStream {
        private final int limit;
        private long count;

        BoundedStream(InputStream in, int limit) {
            super(in);
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            if (next >= 0) {
                counted(1);
            }
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (read > 0) {
                counted(read);
            }
            return read;
        }

        private void counted(int read) throws IOException {
            count += read;
            if (count > limit) {
                throw new TooLargeException(limit);
            }
        }
    }
}
