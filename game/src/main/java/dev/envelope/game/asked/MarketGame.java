package dev.envelope.game.asked;

import dev.envelope.game.asked.offer.MessageBounds;
import dev.envelope.game.asked.offer.Offer;
import dev.envelope.game.plan.Treatment;
import dev.envelope.theory.audit.AuditSettings;
import dev.envelope.theory.audit.played.MessageGame;
import dev.envelope.theory.audit.played.PlayedGame;
import dev.envelope.theory.efficient.OutsideOption;
import dev.envelope.theory.efficient.market.ChoiceMarket;
import dev.envelope.theory.equilibrium.BayesianGame;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.mechanism.MarketOutcome;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.mechanism.PricedOffers;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.solver.Equilibria;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * A game of one-number messages.
 *
 * @param treatment the treatment
 * @param game its game
 */
record MarketGame(Treatment treatment, BayesianGame game) implements AskedGame {

    static MarketGame of(Treatment treatment) {
        return new MarketGame(treatment, MessageBounds.of(treatment).rules(Markets.game(treatment)));
    }

    @Override
    public Optional<BayesianGame> bayesian() {
        return Optional.of(game);
    }

    @Override
    public Solution freeSolution() {
        return Equilibria.of(game);
    }

    @Override
    public List<Fact> facts() {
        return MarketFacts.of(game);
    }

    @Override
    public Cleared outcome(List<Offer> offers) {
        return outcome(treatment, game.mechanism(), offers);
    }

    /** What {@code offers} come to by {@code rules}, whatever the values. */
    static Cleared outcome(Treatment treatment, Mechanism rules, List<Offer> offers) {
        double[] messages = new double[offers.size()];
        for (int i = 0; i < messages.length; i++) {
            messages[i] = message(rules, i, offers.get(i));
        }
        MarketOutcome outcome = rules.outcome(messages, TieOrder.byIndex(messages.length));
        List<String> roles = AskedGame.roles(treatment);
        List<Cleared.Share> shares = new ArrayList<>();
        for (int i = 0; i < messages.length; i++) {
            shares.add(new Cleared.Share(roles.get(i), offers.get(i), outcome.units(i), List.of(), outcome.payment(i)));
        }
        double cost = rules.isDirect() ? rules.cost(messages) : 0;
        return new Cleared(shares, outcome.price(), cost);
    }

    private static double message(Mechanism rules, int agent, Offer offer) {
        if (offer instanceof Offer.Amount number) {
            return number.points();
        }
        if (offer instanceof Offer.Answer answer && rules instanceof PricedOffers sequence) {
            return answer.isAccepted() ? sequence.prices().get(agent) : Mechanism.ABSTAIN;
        }
        if (offer instanceof Offer.None && rules.mayAbstain()) {
            return Mechanism.ABSTAIN;
        }
        throw new IllegalArgumentException("messages[" + agent + "]: " + offer + " (expected: a number of points"
                + (offer instanceof Offer.None ? ", for here all must take part)" : ")"));
    }

    @Override
    public Optional<PlayedGame> played(Equilibrium equilibrium) {
        return isPlayed() ? Optional.of(new MessageGame(game, equilibrium.strategies())) : Optional.empty();
    }

    @Override
    public Optional<PlayedGame> playedTruth() {
        return isPlayed() ? Optional.of(MessageGame.ofTruth(game)) : Optional.empty();
    }

    private boolean isPlayed() {
        return !game.isRiskNeutral()
                && game.mechanism().objects() == 1
                && game.mechanism().dealsInUnits();
    }

    @Override
    public BayesianGame audited() {
        return game;
    }

    @Override
    public AuditSettings withOutsideOptions(AuditSettings settings) {
        List<OutsideOption> options = new ArrayList<>();
        for (int i = 0; game.mechanism() instanceof ChoiceMarket market && i < market.agents(); i++) {
            options.add(market.outsideOption(i));
        }
        return withOutsideOptions(options, settings);
    }

    /** {@code settings} with {@code options} for those that stay away. */
    static AuditSettings withOutsideOptions(List<OutsideOption> options, AuditSettings settings) {
        return options.stream().allMatch(OutsideOption.nothing()::equals)
                ? settings
                : settings.withOutsideOptions(options.stream()
                        .<DoubleUnaryOperator>map(option -> option::at)
                        .toList());
    }
}
