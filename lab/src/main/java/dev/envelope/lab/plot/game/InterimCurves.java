package dev.envelope.lab.plot.game;

import dev.envelope.theory.audit.Audit;
import dev.envelope.theory.audit.AuditReport;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** What each type of each agent can expect, as far as a picture needs it: fewer profiles and messages than an audit looks at. */
final class InterimCurves {

    private static final int TYPES = 21;
    private static final int DRAWS = 8_000;
    private static final long SEED = 1;

    private InterimCurves() {}

    /** The interim curves of {@code strategies}. */
    static AuditReport of(BayesianGame game, List<BidFunction> strategies) {
        SplittableRandom random = new SplittableRandom(SEED);
        AuditSettings settings = new AuditSettings(
                TYPES, 2, 1, AuditSettings.USUAL.tolerance(), List.of(), Optional.of(random::nextDouble), DRAWS);
        return Audit.of(game, strategies, settings);
    }
}
