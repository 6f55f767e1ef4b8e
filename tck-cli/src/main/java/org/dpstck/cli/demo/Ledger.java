package org.dpstck.cli.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.dpstck.reference.http.Sighting;

/** What the servers have seen so far, and what the operator did meanwhile; safe for several threads. */
final class Ledger {

    /** A plane also moves when an answer reaches it, which no server sees: it is asked again after this time. */
    private static final long PULSE_MILLIS = 10;

    private static final int CALM = 4;

    private final List<Sighting> sightings = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    /**
     * Something that is no message.
     *
     * @param at by {@link System#nanoTime()}
     * @param kind of note
     * @param text one line
     */
    record Note(long at, Kind kind, String text) {

        /** Who speaks. */
        enum Kind {
            /** Somebody makes a plane do something. */
            ORDER,
            /** Something was found to be as it should. */
            HOLDS,
            /** Something was not. */
            BROKEN
        }
    }

    synchronized void add(Sighting sighting) {
        sightings.add(sighting);
        notifyAll();
    }

    synchronized void note(Note.Kind kind, String text) {
        notes.add(new Note(System.nanoTime(), kind, text));
    }

    /** This moment: what is noted from now on belongs together. */
    long mark() {
        return System.nanoTime();
    }

    synchronized List<Sighting> sightings() {
        return List.copyOf(sightings);
    }

    synchronized List<Note> notes() {
        return List.copyOf(notes);
    }

    /** Asks after each exchange until the answer will do, or until it is too late; the last answer. */
    <T> T await(Supplier<T> question, Predicate<T> enough, Duration limit) {
        var end = System.nanoTime() + limit.toNanos();
        var answer = question.get();
        while (!enough.test(answer) && System.nanoTime() < end) {
            if (!rested()) {
                return answer;
            }
            answer = question.get();
        }
        return answer;
    }

    /** Waits until the servers have told everything: an exchange is told of only after its client has gone on. */
    void settle() {
        var seen = -1;
        for (int quiet = 0;
                quiet < CALM && rested();
                quiet = seen == sightings().size() ? quiet + 1 : 0) {
            seen = sightings().size();
        }
    }

    private synchronized boolean rested() {
        try {
            wait(PULSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
