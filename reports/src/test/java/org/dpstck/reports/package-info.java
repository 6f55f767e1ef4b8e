/** Holds the reports against their schemas, against hostile content and against concurrent readers and writers. */
package org.dpstck.reports;
