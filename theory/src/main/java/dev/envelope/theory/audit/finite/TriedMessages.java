package dev.envelope.theory.audit.finite;

import dev.envelope.theory.audit.interim.Landmarks;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.finite.FiniteGame;
import dev.envelope.theory.mechanism.Mechanism;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The messages of one agent that are gone through: what each of its types sends, in order, then others. A report may be any type that there
 * is. Of bids it matters how they rank among what others send, so that everything that somebody's type is or sends, the reserve, what is between
 * neighbours of these, what is beyond them and to abstain is tried.
 *
 * @param messages NaN to abstain; first one per type
 */
record TriedMessages(List<Double> messages) {

    static TriedMessages of(FiniteGame game, List<? extends BidFunction> strategies, int agent) {
        List<Double> own = game.types().get(agent).points();
        List<Double> messages =
                new ArrayList<>(own.stream().map(strategies.get(agent)::message).toList());
        if (game.mechanism().isDirect()) {
            own.stream().filter(report -> !messages.contains(report)).forEach(messages::add);
            return new TriedMessages(messages);
        }
        TreeSet<Double> points = new TreeSet<>();
        Landmarks.reserve(game.mechanism(), agent).ifPresent(points::add);
        for (int j = 0; j < strategies.size(); j++) {
            for (double type : game.types().get(j).points()) {
                double sent = strategies.get(j).message(type);
                points.add(type);
                points.add(Double.isNaN(sent) ? type : sent);
            }
        }
        double margin = Math.max(1, points.last() - points.first());
        points.add(points.first() - margin);
        points.add(points.last() + margin);
        double before = points.first();
        for (double point : List.copyOf(points)) {
            points.add(before + (point - before) / 2);
            before = point;
        }
        points.stream().filter(message -> !messages.contains(message)).forEach(messages::add);
        if (game.mechanism().mayAbstain()) {
            messages.add(Mechanism.ABSTAIN);
        }
        return new TriedMessages(messages);
    }
}
