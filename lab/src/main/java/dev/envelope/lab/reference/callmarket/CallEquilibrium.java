package dev.envelope.lab.reference.callmarket;

import dev.envelope.lab.reference.file.Value;
import dev.envelope.theory.callmarket.expectation.Population;
import dev.envelope.theory.callmarket.strategy.CallMarketPlay;
import dev.envelope.theory.equilibrium.Certificate;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.Predictions;
import java.util.Optional;
import java.util.function.Function;

/**
 * The equilibrium of a double auction, whose numbers bring with them what its certificate leaves to be said.
 *
 * @param game the auction
 * @param equilibrium of its traders
 * @param plays how that is played, by game; asked for where no prediction states a number
 */
record CallEquilibrium(CallGame game, Equilibrium equilibrium, Function<CallGame, Optional<CallMarketPlay>> plays) {

    /** {@code number}, which is one of this equilibrium. */
    Value certified(double number) {
        Certificate certificate = equilibrium.certificate();
        Value value = Value.of(number);
        return certificate.isApproximate()
                ? value.with("of an approximate equilibrium: a deviation gains "
                        + certificate.largestGain().orElseThrow())
                : value;
    }

    Population market() {
        return game.market();
    }

    double bid(double value) {
        return equilibrium.message(0, value);
    }

    double ask(double cost) {
        return equilibrium.message(market().buyers(), cost);
    }

    Predictions predictions() {
        return equilibrium.predictions();
    }

    double buyerSurplus() {
        return predictions().surplus().get(0);
    }

    double sellerSurplus() {
        return predictions().surplus().get(market().buyers());
    }

    double trades() {
        return game.isBilateral() ? predictions().tradeProbability() : play().trades();
    }

    double largestGain() {
        return equilibrium.certificate().largestGain().orElse(0);
    }

    /** What the solver verified, for the averages that no prediction states. */
    CallMarketPlay play() {
        if (game.isBilateral() && game.k() > 0 && game.k() < 1) {
            throw new IllegalArgumentException(
                    "k: " + game.k() + " (expected: 0 or 1, or more traders, for prices and single traders)");
        }
        return plays.apply(game)
                .orElseThrow(() -> new IllegalArgumentException("mechanism: " + game
                        + " (expected: one whose offers are found, for the number of trades and for prices)"));
    }
}
