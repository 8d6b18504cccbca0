package dev.envelope.theory.audit.finite;

import dev.envelope.theory.audit.interim.Landmarks;
import dev.envelope.theory.mechanism.Mechanism;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.DoubleStream;

/**
 * The messages of one agent that are gone through: what each of its types sends, in order, then others. A report may be any type that there
 * is. Of bids it matters how they rank among what others send, and how much between two of these, of which gains are monotone: so that everything
 * that somebody's type is or sends and the reserve is tried, the next bids below and above each of these, what is beyond all, the lowest and
 * the highest bid, and to abstain; of all these the ones that the game takes.
 *
 * @param messages NaN to abstain; first one per type
 */
record TriedMessages(List<Double> messages) {

    static TriedMessages of(AuditedPlay play, int agent) {
        Mechanism rules = play.game().mechanism();
        List<Double> own = play.game().types().get(agent).points();
        List<Double> messages =
                new ArrayList<>(own.stream().map(type -> play.sent(agent, type)).toList());
        if (rules.isDirect()) {
            own.stream().filter(report -> !messages.contains(report)).forEach(messages::add);
            return new TriedMessages(messages);
        }
        TreeSet<Double> points = new TreeSet<>();
        Landmarks.reserve(rules, agent).ifPresent(points::add);
        for (int j = 0; j < play.strategies().size(); j++) {
            for (double type : play.game().types().get(j).points()) {
                double sent = play.sent(j, type);
                points.add(type);
                points.add(Double.isNaN(sent) ? type : sent);
            }
        }
        double margin = Math.max(1, points.last() - points.first());
        TreeSet<Double> bids = new TreeSet<>();
        points.forEach(point -> play.bids().around(point).forEach(bids::add));
        bids.add(play.bids().nearest(points.last() + margin));
        bids.add(play.bids().nearest(points.first() - margin));
        DoubleStream.of(play.bids().lowest(), play.bids().highest())
                .filter(Double::isFinite)
                .forEach(bids::add);
        if (rules.mayAbstain()) {
            messages.add(Mechanism.ABSTAIN);
        }
        bids.stream().filter(bid -> !messages.contains(bid)).forEach(messages::add);
        return new TriedMessages(messages);
    }
}
