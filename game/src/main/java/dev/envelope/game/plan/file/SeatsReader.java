package dev.envelope.game.plan.file;

import dev.envelope.game.plan.seating.Seats;
import dev.envelope.game.plan.syntax.Choice;
import dev.envelope.game.plan.syntax.Field;
import dev.envelope.game.plan.syntax.Keys;
import dev.envelope.game.plan.syntax.PlanLimits;
import dev.envelope.game.plan.syntax.Section;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads {@code seats} and {@code start}: how many take part and what begins the first round. */
final class SeatsReader {

    /** What begins the first round. */
    static final Choice<Seats.Start> STARTS =
            Choice.<Seats.Start>none().or("when_full", Seats.Start.WHEN_FULL).or("instructor", Seats.Start.INSTRUCTOR);

    /** Who may take a seat. */
    static final Choice<Seats.Entry> ENTRIES =
            Choice.<Seats.Entry>none().or("code", Seats.Entry.CODE).or("links", Seats.Entry.LINKS);

    /** The keys of the long form. */
    static final Keys KEYS = Keys.of("wanted", "minimum", "entry");

    private final Section root;
    private final boolean filled;

    /** Reads the seats of the plan at {@code root}; {@code filled} when stand-ins take those that are left free. */
    SeatsReader(Section root, boolean filled) {
        this.root = root;
        this.filled = filled;
    }

    /** The seats; {@code market} is the size of the largest market, where treatments could be read. */
    Optional<Seats> read(OptionalInt market) {
        Seats.Start start = root.get("start").flatMap(f -> f.choice(STARTS)).orElse(Seats.Start.WHEN_FULL);
        Optional<Field> field = root.get("seats");
        if (field.isEmpty()) {
            return market.isPresent()
                    ? Optional.of(new Seats(market.getAsInt(), market.getAsInt(), start))
                    : Optional.empty();
        }
        if (!field.get().isMapping()) {
            return field.get()
                    .whole(1, PlanLimits.SEATS)
                    .flatMap(w -> seats(field.get(), w, OptionalInt.empty(), start, market));
        }
        Optional<Section> section = Section.of(field.get(), KEYS, "a number of seats");
        Optional<Integer> wanted = section.flatMap(
                        s -> s.need("wanted", "a whole number from 1 to " + PlanLimits.SEATS))
                .flatMap(f -> f.whole(1, PlanLimits.SEATS));
        if (wanted.isEmpty()) {
            section.flatMap(s -> s.get("minimum")).ifPresent(f -> f.whole(1, PlanLimits.SEATS));
            return Optional.empty();
        }
        Optional<Field> minimumField = section.flatMap(s -> s.get("minimum"));
        Optional<Integer> minimum = minimumField.flatMap(f -> f.whole(1, wanted.get()));
        OptionalInt given = minimum.isPresent() ? OptionalInt.of(minimum.get()) : OptionalInt.empty();
        Field place = section.flatMap(s -> s.get("wanted")).orElse(field.get());
        Seats.Entry entry = section.flatMap(s -> s.get("entry"))
                .flatMap(f -> f.choice(ENTRIES))
                .orElse(Seats.Entry.CODE);
        return seats(minimumField.filter(f -> given.isPresent()).orElse(place), wanted.get(), given, start, market)
                .map(seats -> new Seats(seats.wanted(), seats.minimum(), seats.start(), entry));
    }

    private Optional<Seats> seats(Field place, int wanted, OptionalInt minimum, Seats.Start start, OptionalInt market) {
        int largest = market.orElse(1);
        int usual = filled ? 1 : StrictMath.min(wanted, largest);
        int least = minimum.orElse(start == Seats.Start.WHEN_FULL ? wanted : usual);
        return (filled ? wanted : least) < largest
                ? place.fail(
                        Integer.toString(filled ? wanted : least),
                        "at least " + largest + ", the size of the largest market")
                : Optional.of(new Seats(wanted, least, start));
    }
}
