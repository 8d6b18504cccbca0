package dev.envelope.lab.game;

import dev.envelope.game.asked.AskedGame;
import dev.envelope.game.asked.offer.MessageBounds;
import dev.envelope.game.plan.Ticks;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.finite.AdmittedBids;
import dev.envelope.theory.audit.finite.FiniteAudit;
import dev.envelope.theory.certificate.GainBound;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.finite.FiniteGame;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What deviating gains where every message is a whole number of ticks, so that what rounding costs is in it. */
final class TickGains {

    /** The most ticks between the lowest and the highest type. */
    private static final int MOST = 1 << 18;

    private TickGains() {}

    /** What no gain of any agent exceeds, per agent, in points; empty where {@link GainBound#onTicks} does not cover the game. */
    static List<OptionalDouble> of(BayesianGame game, List<? extends BidFunction> strategies, Ticks ticks) {
        double tick = ticks.toPoints(1);
        boolean isCovered = obstacle(game, strategies, ticks).isEmpty();
        List<OptionalDouble> gains = new ArrayList<>();
        for (int agent = 0; agent < strategies.size(); agent++) {
            int first = first(game, strategies, agent);
            gains.add(
                    !isCovered
                            ? OptionalDouble.empty()
                            : first < agent
                                    ? gains.get(first)
                                    : OptionalDouble.of(GainBound.onTicksOfAgent(game, strategies, agent, tick)
                                            .bound()));
        }
        return gains;
    }

    /** Why they are not known; empty where they are. */
    static Optional<String> obstacle(BayesianGame game, List<? extends BidFunction> strategies, Ticks ticks) {
        double low =
                game.types().stream().mapToDouble(type -> type.lower()).min().orElseThrow();
        double high =
                game.types().stream().mapToDouble(type -> type.upper()).max().orElseThrow();
        return high - low > MOST * ticks.toPoints(1)
                ? Optional.of("at most " + MOST + " ticks between the types")
                : GainBound.obstacleOnTicks(game, strategies);
    }

    /** The same of finitely many values by going through all profiles; empty of reports, and where there are too many profiles. */
    static List<OptionalDouble> of(AskedGame asked, FiniteGame game, List<? extends BidFunction> strategies) {
        AdmittedBids bids = MessageBounds.of(asked.treatment()).bids();
        AuditSettings settings = asked.withOutsideOptions(AuditSettings.USUAL);
        boolean isCovered =
                FiniteAudit.obstacleOnTicks(game, strategies, settings, bids).isEmpty();
        List<Double> gains = isCovered ? FiniteAudit.gainsOnTicks(game, strategies, settings, bids) : List.of();
        return gains.isEmpty()
                ? Collections.nCopies(strategies.size(), OptionalDouble.empty())
                : gains.stream().map(OptionalDouble::of).toList();
    }

    /** The largest of them; empty where one is unknown. */
    static OptionalDouble largest(List<OptionalDouble> gains) {
        return gains.stream().allMatch(OptionalDouble::isPresent)
                ? gains.stream().mapToDouble(OptionalDouble::getAsDouble).max()
                : OptionalDouble.empty();
    }

    /** The first agent that is like {@code agent}. */
    private static int first(BayesianGame game, List<? extends BidFunction> strategies, int agent) {
        int first = 0;
        while (!(game.types().get(first).equals(game.types().get(agent))
                && strategies.get(first).equals(strategies.get(agent))
                && game.mechanism().side(first) == game.mechanism().side(agent))) {
            first++;
        }
        return first;
    }
}
