package dev.envelope.game.asked;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envelope.game.asked.offer.Offer;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.file.GameReader;
import dev.envelope.game.plan.file.OffersReader;
import dev.envelope.game.plan.file.PlanReading;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import java.util.List;
import java.util.stream.Collectors;

/** Games as their files say them, asked for their equilibrium or cleared. */
final class AskedGames {

    static final double ROUNDING = 1e-9;

    private AskedGames() {}

    static Cleared units(String type, String more, String bids) {
        return clear("{mechanism: {type: " + type + ", units: 3" + more + "}, bidders: 2, values: [0, 20]}", bids);
    }

    static double revenue(String text) {
        return ((Equilibrium) game(text).solution()).predictions().revenue();
    }

    static double bid(String text, double type) {
        return ((Equilibrium) game(text).solution()).message(0, type);
    }

    static String reason(String text) {
        return ((NoEquilibrium) game(text).solution()).reason();
    }

    static Cleared clear(String text, String messages) {
        return game(text).clear(offers(text, messages));
    }

    static List<Offer> offers(String text, String messages) {
        return OffersReader.read(messages, treatment(text)).messages();
    }

    static List<Double> payments(Cleared cleared) {
        return cleared.shares().stream().map(Cleared.Share::payment).toList();
    }

    static List<Integer> units(Cleared cleared) {
        return cleared.shares().stream().map(Cleared.Share::units).toList();
    }

    static AskedGame game(String text) {
        return AskedGame.of(treatment(text));
    }

    static Treatment treatment(String text) {
        PlanReading reading = GameReader.read(text);
        assertThat(reading.problems()).isEmpty();
        return reading.orElseThrow().treatments().get(0);
    }

    static String problems(String text) {
        return GameReader.read(text).problems().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }
}
