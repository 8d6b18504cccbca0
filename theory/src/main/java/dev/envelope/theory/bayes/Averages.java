package dev.envelope.theory.bayes;

import dev.envelope.theory.bayes.NumericEquilibrium.Average;
import dev.envelope.theory.bayes.PlayedMenu.Terms;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.BidFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What agents can expect before they know their types, by playing the mechanism. */
final class Averages {

    /** How many types of each role are played against. */
    private static final int TYPES = 256;

    /** The least rise of a message from one sampled type to the next, relative to the highest. */
    private static final double RISE = 1e-12;

    private Averages() {}

    /** Of every role where the second strongest rival decides what is paid. */
    static List<Average> of(BayesianGame game, Roles roles, List<? extends BidFunction> strategies) {
        List<Sampled> sampled = IntStream.range(0, roles.count())
                .mapToObj(role -> sampled(roles.type(role), strategies.get(role)))
                .toList();
        List<Average> averages = new ArrayList<>();
        for (int role = 0; role < sampled.size(); role++) {
            int agent = roles.representative(role);
            List<Sampled> rivals = IntStream.range(0, game.types().size())
                    .filter(j -> j != agent)
                    .mapToObj(j -> sampled.get(roles.roleOf(j)))
                    .toList();
            averages.add(of(sampled.get(role), roles.type(role), new SecondRivalMenu(game.mechanism(), agent, rivals)));
        }
        return averages;
    }

    private static Sampled sampled(ValueDistribution type, BidFunction strategy) {
        double[] types = new double[TYPES + 1];
        double[] messages = new double[types.length];
        double scale = Math.max(Math.abs(strategy.message(type.lower())), Math.abs(strategy.message(type.upper())));
        Arrays.setAll(types, l -> l == TYPES ? type.upper() : type.lower() + (type.upper() - type.lower()) * l / TYPES);
        for (int l = 0; l < types.length; l++) {
            double message = strategy.message(types[l]);
            messages[l] = l == 0 ? message : Math.max(message, messages[l - 1] + RISE * scale);
        }
        return new Sampled(type, types, messages);
    }

    /** By Gauss's rule over ranks between neighbouring types, whose messages are a line in the rank as in {@link Sampled#below}. */
    static Average of(Sampled sampled, ValueDistribution type, PlayedMenu menu) {
        double allocation = 0;
        double payment = 0;
        double gains = 0;
        for (int l = 1; l < sampled.types().length; l++) {
            double first = type.cdf(sampled.types()[l - 1]);
            double mass = type.cdf(sampled.types()[l]) - first;
            double message = sampled.messages()[l - 1];
            double rise = sampled.messages()[l] - message;
            for (int g = 0; g < EnvelopeSystem.NODES.length; g++) {
                double share = EnvelopeSystem.NODES[g];
                double weight = mass * EnvelopeSystem.WEIGHTS[g];
                Terms terms = menu.at(message + share * rise);
                allocation += weight * terms.allocation();
                payment += weight * terms.payment();
                gains += weight * terms.allocation() * type.quantile(Math.min(1, first + share * mass));
            }
        }
        return new Average(allocation, payment, gains);
    }
}
