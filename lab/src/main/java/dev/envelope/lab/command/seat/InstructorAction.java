package dev.envelope.lab.command.seat;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What an instructor can do, and how many details it takes. */
enum InstructorAction {
    /** Begins with the seats taken so far. */
    START(0, 0),
    /** Stops the clock. */
    PAUSE(0, 0),
    /** Lets the clock go on. */
    RESUME(0, 0),
    /** Gives the open round more time. */
    EXTEND(1, 1),
    /** Closes the open round now. */
    CLOSE(0, 0),
    /** Finishes after the current round. */
    END(0, 0),
    /** Tells everybody, or one seat. */
    NOTE(1, 1),
    /** Has the open round wait for a seat no more. */
    ADVANCE(1, 1),
    /** Gives a seat to a strategy, or to nobody. */
    REPLACE(1, 2),
    /** Gives a seat back to its owner. */
    GIVE_BACK(1, 1),
    /** Takes a seat from its owner. */
    REMOVE(1, 1),
    /** Lets newcomers in. */
    OPEN_DOOR(0, 0),
    /** Lets nobody new in. */
    CLOSE_DOOR(0, 0),
    /** Gives out links for seats. */
    INVITE(1, 1),
    /** Says who is in which seat. */
    SEATS(0, 0),
    /** Says where the session stands. */
    STATUS(0, 0);

    private final int least;
    private final int most;

    InstructorAction(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /** Whether it can do with so many details. */
    boolean takes(int details) {
        return details >= least && details <= most;
    }

    /** As it is typed. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads actions as they are typed, capitals or not. */
    static final class Converter implements ITypeConverter<InstructorAction> {

        @Override
        public InstructorAction convert(String word) {
            return Stream.of(InstructorAction.values())
                    .filter(action -> action.word().equalsIgnoreCase(word))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(word + " (expected: one of "
                            + Stream.of(InstructorAction.values())
                                    .map(InstructorAction::word)
                                    .collect(Collectors.joining(", "))
                            + ")"));
        }
    }
}
