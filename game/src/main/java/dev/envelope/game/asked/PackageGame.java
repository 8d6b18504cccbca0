package dev.envelope.game.asked;

import dev.envelope.game.asked.offer.Offer;
import dev.envelope.game.plan.MechanismSpec;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.plan.roles.RoleSpec;
import dev.envelope.game.plan.roles.StatedValues;
import dev.envelope.theory.audit.played.PackageBidding;
import dev.envelope.theory.audit.played.PlayedGame;
import dev.envelope.theory.distribution.UniformDistribution;
import dev.envelope.theory.distribution.ValueDistribution;
import dev.envelope.theory.distribution.discrete.DiscreteDistribution;
import dev.envelope.theory.equilibrium.BidFunction;
import dev.envelope.theory.equilibrium.Equilibrium;
import dev.envelope.theory.equilibrium.NoEquilibrium;
import dev.envelope.theory.equilibrium.Solution;
import dev.envelope.theory.finite.demand.WantedPackages;
import dev.envelope.theory.localglobal.LocalGlobalGame;
import dev.envelope.theory.localglobal.LocalPricing;
import dev.envelope.theory.mechanism.TieOrder;
import dev.envelope.theory.packages.Award;
import dev.envelope.theory.packages.Bundle;
import dev.envelope.theory.packages.PackageAuction;
import dev.envelope.theory.packages.PackageBid;
import dev.envelope.theory.packages.PackageOutcome;
import dev.envelope.theory.packages.PackagePricing;
import dev.envelope.theory.packages.XorBids;
import dev.envelope.theory.preference.RiskNeutral;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/** Different items, and offers for packages of them; solved where two locals face a global bidder. */
final class PackageGame extends NotAudited {

    private final Treatment treatment;
    private final List<String> items;
    private final PackagePricing pricing;

    private PackageGame(Treatment treatment, List<String> items, PackagePricing pricing) {
        this.treatment = treatment;
        this.items = items;
        this.pricing = pricing;
    }

    static PackageGame of(Treatment treatment) {
        MechanismSpec spec = treatment.mechanism();
        AskedGame.checkNoFee(spec);
        return new PackageGame(
                treatment,
                spec.words().getOrDefault("items", List.of()),
                PackagePricing.valueOf(spec.word("payments", "vcg").toUpperCase(Locale.ROOT)));
    }

    @Override
    public Treatment treatment() {
        return treatment;
    }

    @Override
    String reason() {
        return "here they are values of packages, audited for risk-neutral bidders";
    }

    /** Two bidders that want one item each and a third that wants both, its value uniform from 0. */
    @Override
    public Solution freeSolution() {
        List<RoleSpec> seats = new ArrayList<>();
        treatment.roles().forEach(role -> seats.addAll(java.util.Collections.nCopies(role.count(), role)));
        List<RoleSpec> locals =
                seats.stream().filter(role -> role.wants().size() == 1).toList();
        List<RoleSpec> globals =
                seats.stream().filter(role -> role.wants().size() == 2).toList();
        boolean isKnown = items.size() == 2
                && locals.size() == 2
                && globals.size() == 1
                && seats.size() == 3
                && seats.indexOf(globals.get(0)) == 2
                && Set.copyOf(List.of(
                                        locals.get(0).wants().get(0),
                                        locals.get(1).wants().get(0)))
                                .size()
                        == 2
                && locals.get(0).values().equals(locals.get(1).values());
        if (!isKnown || !(treatment.utility() instanceof RiskNeutral)) {
            return unknown();
        }
        ValueDistribution global = StatedValues.distribution(globals.get(0).values());
        ValueDistribution local = StatedValues.distribution(locals.get(0).values());
        boolean isUniform = global instanceof UniformDistribution && global.lower() == 0;
        if (!isUniform || global.upper() < 2 * local.upper() || local.lower() < 0) {
            return new NoEquilibrium(
                    "two locals against a global bidder are solved where its value is uniform from 0 up to at"
                            + " least the most that both locals can offer; it is " + global + ", theirs " + local);
        }
        return pricing == PackagePricing.PAY_AS_BID
                ? unknown()
                : LocalGlobalGame.of(local, global.upper()).equilibrium(LocalPricing.valueOf(pricing.name()));
    }

    @Override
    public Optional<PlayedGame> played(Equilibrium equilibrium) {
        return playedBy(equilibrium.strategies());
    }

    @Override
    public Optional<PlayedGame> playedTruth() {
        return playedBy(java.util.Collections.nCopies(treatment.marketSize(), BidFunction.TRUTH));
    }

    /** The same sale to bidders of finitely many values. */
    WantedPackages ofFinite(List<DiscreteDistribution> values) {
        return new WantedPackages(new PackageAuction(pricing), items.size(), wants(), values);
    }

    /** The package of each bidder. */
    private List<Bundle> wants() {
        List<Bundle> wants = new ArrayList<>();
        for (RoleSpec role : treatment.roles()) {
            int[] wanted = role.wants().stream().mapToInt(this::index).toArray();
            wants.addAll(java.util.Collections.nCopies(role.count(), Bundle.of(wanted)));
        }
        return wants;
    }

    private Optional<PlayedGame> playedBy(List<BidFunction> strategies) {
        List<ValueDistribution> values = new ArrayList<>();
        for (RoleSpec role : treatment.roles()) {
            for (int i = 0; i < role.count(); i++) {
                values.add(StatedValues.distribution(role.values()));
            }
        }
        return treatment.utility() instanceof RiskNeutral
                ? Optional.of(
                        new PackageBidding(new PackageAuction(pricing), items.size(), wants(), values, strategies))
                : Optional.empty();
    }

    private Solution unknown() {
        String truth = pricing == PackagePricing.VCG
                ? "to offer what packages are worth is weakly dominant, but what follows is computed only for"
                : "an equilibrium of offers for packages with these payments is known only for";
        return new NoEquilibrium(truth + " two locals, each wanting one of two items with values of the same"
                + " distribution, and then a global bidder that wants both (payments other than pay_as_bid)");
    }

    @Override
    public Cleared outcome(List<Offer> offers) {
        List<List<PackageBid>> bids = new ArrayList<>();
        for (int i = 0; i < offers.size(); i++) {
            bids.add(bids(i, offers.get(i)));
        }
        PackageOutcome outcome =
                new PackageAuction(pricing).outcome(new XorBids(items.size(), bids), TieOrder.byIndex(offers.size()));
        List<String> roles = AskedGame.roles(treatment);
        List<Cleared.Share> shares = new ArrayList<>();
        for (int i = 0; i < offers.size(); i++) {
            List<String> won = won(outcome.award(), i);
            shares.add(new Cleared.Share(
                    roles.get(i),
                    offers.get(i),
                    won.size(),
                    won,
                    outcome.payments().get(i)));
        }
        return new Cleared(shares, OptionalDouble.empty(), 0);
    }

    private List<PackageBid> bids(int agent, Offer offer) {
        if (offer instanceof Offer.None) {
            return List.of();
        }
        if (!(offer instanceof Offer.Packages packages)) {
            throw new IllegalArgumentException(
                    "messages[" + agent + "]: " + offer + " (expected: a list of offers for packages)");
        }
        return packages.packages().stream()
                .map(bid -> new PackageBid(
                        Bundle.of(bid.items().stream().mapToInt(this::index).toArray()), bid.points()))
                .toList();
    }

    private int index(String item) {
        int index = items.indexOf(item);
        if (index < 0) {
            throw new IllegalArgumentException("item: " + item + " (expected: one of " + items + ")");
        }
        return index;
    }

    private List<String> won(Award award, int bidder) {
        return award.accepted().get(bidder).stream()
                .flatMap(bid -> IntStream.range(0, items.size())
                        .filter(bid.bundle()::has)
                        .mapToObj(items::get))
                .toList();
    }
}
