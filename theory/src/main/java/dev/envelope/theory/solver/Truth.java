package dev.envelope.theory.solver;

import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.mechanism.Mechanism;
import java.util.Collections;
import java.util.List;

/** Saying one's type. */
final class Truth {

    private Truth() {}

    /** Everybody says its type. */
    static List<BidFunction> forAll(int agents) {
        return Collections.nCopies(agents, BidFunction.TRUTH);
    }

    /** Everybody says its type, or abstains below {@code least}. */
    static List<BidFunction> forAllFrom(double least, int agents) {
        return Collections.nCopies(agents, type -> type >= least ? type : Mechanism.ABSTAIN);
    }
}
