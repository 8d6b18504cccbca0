package dev.envelope.theory.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every mechanism of unit supply and demand must satisfy, whatever is sent; one supplies a range of messages. */
abstract class MechanismContract {

    private static final int PROFILES = 2_000;

    final Mechanism mechanism = mechanism();
    final int agents = mechanism.agents();

    abstract Mechanism mechanism();

    /** Messages that are admissible to agent {@code agent}: a point of [0, 1] to one of them. */
    abstract double message(int agent, double share);

    /** A profile in which all bidders tie for the object; empty where nobody competes. */
    abstract double[] tied();

    /** How many objects can change hands. */
    int objects() {
        return mechanism.objects();
    }

    /** Whether the rules make also those pay who get nothing. */
    boolean losersPay() {
        return false;
    }

    /** Whether somebody who gets the object may pay more than it said it is worth, for what is right on average. */
    boolean mayLose() {
        return false;
    }

    @Test
    void nothingHappensWhereNobodyTakesPart() {
        double[] nobody = new double[agents];
        Arrays.fill(nobody, Mechanism.ABSTAIN);
        assertThat(outcome(nobody)).isEqualTo(MarketOutcome.nothing(agents));
    }

    @Test
    void whoAbstainsGetsNothingAndPaysNothing() {
        eachProfile((profile, outcome) -> {
            for (int i = 0; i < agents; i++) {
                if (Double.isNaN(profile[i])) {
                    assertThat(outcome.units(i)).isZero();
                    assertThat(outcome.payment(i)).isZero();
                }
            }
        });
    }

    @Test
    void noMoreObjectsChangeHandsThanThereAreAndNoneIsMade() {
        eachProfile((profile, outcome) -> {
            int received = 0;
            int total = 0;
            boolean hasSeller = false;
            for (int i = 0; i < agents; i++) {
                received += Math.max(0, outcome.units(i));
                total += outcome.units(i);
                hasSeller |= mechanism.side(i) == Side.SELLER;
            }
            assertThat(received).isLessThanOrEqualTo(objects());
            assertThat(total).isEqualTo(hasSeller ? 0 : received);
        });
    }

    @Test
    void paymentsAreFiniteAndOnlyTradersPay() {
        eachProfile((profile, outcome) -> {
            for (int i = 0; i < agents; i++) {
                assertThat(outcome.payment(i)).isFinite();
                if (outcome.units(i) == 0 && !losersPay()) {
                    assertThat(outcome.payment(i)).isZero();
                }
            }
        });
    }

    @Test
    void nobodyDoesWorseThanItsMessageAllows() {
        eachProfile((profile, outcome) -> {
            for (int i = 0; i < agents; i++) {
                if (outcome.units(i) != 0 && !mayLose()) {
                    assertThat(outcome.payment(i)).isLessThanOrEqualTo(outcome.units(i) * profile[i]);
                }
            }
        });
    }

    @Test
    void aBetterOfferNeverTradesLess() {
        eachProfile((profile, outcome) -> {
            for (int i = 0; i < agents; i++) {
                boolean sells = mechanism.side(i) == Side.SELLER;
                double[] better = profile.clone();
                better[i] = message(i, sells ? 0 : 1);
                int traded = Math.abs(outcome.units(i));
                assertThat(Math.abs(outcome(better).units(i))).isGreaterThanOrEqualTo(traded);
            }
        });
    }

    @Test
    void theSameMessagesGiveTheSameOutcomeAndStayAsTheyWere() {
        eachProfile((profile, outcome) -> {
            double[] copy = profile.clone();
            assertThat(outcome(copy)).isEqualTo(outcome);
            assertThat(copy).isEqualTo(profile);
        });
    }

    @Test
    void whoGetsWhatIsTheSameWithoutPayments() {
        TieOrder order = TieOrder.byIndex(agents);
        eachProfile((profile, outcome) -> {
            MarketOutcome allocation = mechanism.allocation(profile, order);
            for (int i = 0; i < agents; i++) {
                assertThat(allocation.coefficient(i))
                        .isEqualTo(mechanism.outcome(profile, order).coefficient(i));
            }
        });
    }

    @Test
    void everyTiedBidderWinsInTheSameShareOfTieOrders() {
        double[] profile = tied();
        int[] wins = new int[agents];
        for (TieOrder order : TieOrders.all(agents)) {
            MarketOutcome outcome =
                    profile.length == 0 ? MarketOutcome.nothing(agents) : mechanism.outcome(profile, order);
            for (int i = 0; i < agents; i++) {
                wins[i] += outcome.units(i);
            }
        }
        int orders = TieOrders.all(agents).size();
        for (int won : wins) {
            assertThat(won).isEqualTo(profile.length == 0 ? 0 : orders * mechanism.objects() / agents);
        }
    }

    @Test
    void agentsThatAreTreatedAlikeSwapWhatTheyGetWithWhatTheySend() {
        eachProfile((profile, outcome) -> {
            for (int i = 0; i < agents; i++) {
                for (int j = 0; j < agents; j++) {
                    if (mechanism.treatsAlike(i, j)) {
                        double[] swapped = profile.clone();
                        swapped[i] = profile[j];
                        swapped[j] = profile[i];
                        int[] ranks = IntStream.range(0, agents).toArray();
                        ranks[i] = j;
                        ranks[j] = i;
                        assertSwapped(outcome, mechanism.outcome(swapped, TieOrder.of(ranks)), i, j);
                    }
                }
            }
        });
    }

    private void assertSwapped(MarketOutcome outcome, MarketOutcome other, int one, int two) {
        for (int i = 0; i < agents; i++) {
            int from = i == one ? two : i == two ? one : i;
            assertThat(other.units(i)).isEqualTo(outcome.units(from));
            assertThat(other.coefficient(i)).isEqualTo(outcome.coefficient(from));
            assertThat(other.payment(i)).isCloseTo(outcome.payment(from), within(1e-9));
        }
    }

    @Test
    void aProfileOfTheWrongLengthIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outcome(new double[agents + 1]))
                .withMessageContaining("messages: " + (agents + 1) + " numbers (expected: one per agent, " + agents);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mechanism.outcome(new double[agents], TieOrder.byIndex(agents + 1)))
                .withMessageContaining("ties: " + (agents + 1));
    }

    @Test
    void anInfiniteMessageIsRefused() {
        for (double infinite : new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            double[] profile = new double[agents];
            Arrays.setAll(profile, i -> message(i, 0.5));
            profile[agents - 1] = infinite;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> outcome(profile))
                    .withMessageContaining("messages[" + (agents - 1) + "]: " + infinite);
        }
    }

    private MarketOutcome outcome(double[] profile) {
        return mechanism.outcome(profile, TieOrder.byIndex(profile.length));
    }

    /** Random profiles, coarse enough to tie, with abstentions, from a fixed seed. */
    private void eachProfile(Check check) {
        Random random = new Random(7);
        for (int n = 0; n < PROFILES; n++) {
            double[] profile = new double[agents];
            for (int i = 0; i < agents; i++) {
                profile[i] = random.nextInt(6) == 0 ? Mechanism.ABSTAIN : message(i, random.nextInt(21) / 20.0);
            }
            check.of(profile, outcome(profile));
        }
    }

    @FunctionalInterface
    private interface Check {
        void of(double[] profile, MarketOutcome outcome);
    }
}
