package dev.envelope.theory.finite;

import dev.envelope.theory.efficient.EfficientMechanism;
import dev.envelope.theory.efficient.ExpectedExternality;
import dev.envelope.theory.efficient.VcgMechanism;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Truth among agents with finitely many types each, where it is an equilibrium: by dominance in VCG, on average in the mechanism of expected
 * externalities, whatever the types (Krishna &amp; Perry 2000; d'Aspremont &amp; Gérard-Varet 1979). Predicted gains are what the
 * outcome is worth to the agents, what it costs not deducted. Checked by {@code TruthfulChoiceTest}.
 */
public final class TruthfulChoice {

    private TruthfulChoice() {}

    /** Truth in VCG with the lowest types, a seller's highest cost, as its basis. */
    public static Equilibrium vcg(FiniteTypesChoice choice) {
        VcgMechanism rules = choice.plainVcg();
        return equilibrium(choice, rules, "truthful (weakly dominant)", "Krishna and Perry (2000)");
    }

    /** Truth in the mechanism of expected externalities. */
    public static Equilibrium agv(FiniteTypesChoice choice) {
        ExpectedExternality rules = new ExpectedExternality(choice);
        return equilibrium(choice, rules, "truthful (Bayesian)", "d'Aspremont and Gérard-Varet (1979)");
    }

    private static Equilibrium equilibrium(
            FiniteTypesChoice choice, EfficientMechanism rules, String name, String source) {
        int n = choice.agents();
        double gains = choice.expectedWelfare() + choice.expectedCost();
        List<Double> surplus =
                IntStream.range(0, n).mapToObj(rules::exAnteUtility).toList();
        List<Double> payments =
                IntStream.range(0, n).mapToObj(rules::expectedPayment).toList();
        return new Equilibrium(
                name,
                Collections.nCopies(n, BidFunction.TRUTH),
                Certificate.closedForm(source),
                new Predictions(rules.expectedPayments(), gains, gains, choice.probability(), surplus, payments));
    }
}
