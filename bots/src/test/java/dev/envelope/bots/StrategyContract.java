package dev.envelope.bots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.envelope.game.market.TickSupport;
import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Amount;
import dev.envelope.game.message.Message;
import dev.envelope.game.message.Report;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Treatment;
import dev.envelope.game.strategy.Strategy;
import dev.envelope.game.strategy.StrategyRandom;
import dev.envelope.game.view.View;
import dev.envelope.theory.mechanism.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every house strategy keeps in every treatment that can be played live. */
abstract class StrategyContract {

    /** How many values of each role are tried, both ends included. */
    private static final int VALUES = 101;

    /** The strategy under test, new. */
    abstract Strategy strategy();

    /** Whether the strategy plays {@code treatment} rather than refuse it. */
    boolean isPlayed(Treatment treatment) {
        return true;
    }

    static Stream<Treatment> treatments() {
        return Treatments.playable();
    }

    @ParameterizedTest
    @MethodSource("treatments")
    void messagesAreOfTheKindTheMechanismTakesAndWithinItsBounds(Treatment treatment) {
        if (!isPlayed(treatment)) {
            assertRefused(treatment);
            return;
        }
        Strategy strategy = strategy();
        for (View view : views(treatment)) {
            Message message = strategy.decide(view, StrategyRandom.forSeat(1, 0, view.round()));
            if (message instanceof Abstain) {
                continue;
            }
            assertThat(message.kind()).isEqualTo(treatment.mechanism().type().messageKind());
            long ticks = ticks(message);
            if (message instanceof Report) {
                assertThat(support(view).contains(ticks))
                        .as("%s in %s", message, view)
                        .isTrue();
            } else {
                assertThat(treatment.ticks().admits(ticks))
                        .as("%s in %s", message, view)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("treatments")
    void sameViewAndGeneratorGiveTheSameMessage(Treatment treatment) {
        if (!isPlayed(treatment)) {
            assertRefused(treatment);
            return;
        }
        Strategy first = strategy();
        Strategy second = strategy();
        for (View view : views(treatment)) {
            assertThat(first.decide(view, StrategyRandom.forSeat(9, 3, view.round())))
                    .isEqualTo(second.decide(view, StrategyRandom.forSeat(9, 3, view.round())));
        }
    }

    /** In all these mechanisms but third price a bid above the own value, or an ask below the own cost, can only lose. */
    @ParameterizedTest
    @MethodSource("treatments")
    void messageIsNeverOnTheLosingSideOfTheOwnValue(Treatment treatment) {
        if (!isPlayed(treatment)) {
            assertRefused(treatment);
            return;
        }
        assumeThat(treatment.mechanism().type()).isNotEqualTo(MechanismType.THIRD_PRICE);
        Strategy strategy = strategy();
        for (View view : views(treatment)) {
            Message message = strategy.decide(view, StrategyRandom.forSeat(2, 0, view.round()));
            if (message instanceof Abstain) {
                continue;
            }
            boolean sells = view.roleSpec().side() == Side.SELLER;
            assertThat(sells ? ticks(message) - view.valueTicks() : view.valueTicks() - ticks(message))
                    .as("%s in %s", message, view)
                    .isNotNegative();
        }
    }

    /** Before it is played as well as when a message is asked for. */
    private void assertRefused(Treatment treatment) {
        assertThatThrownBy(() -> strategy().prepare(List.of(treatment))).hasMessageContaining(treatment.id());
        for (View view : views(treatment)) {
            assertThatThrownBy(() -> strategy().decide(view, StrategyRandom.forSeat(1, 0, view.round())))
                    .hasMessageContaining(treatment.id());
        }
    }

    @ParameterizedTest
    @MethodSource("treatments")
    void whatIsPlayedIsNotRefusedBeforehand(Treatment treatment) {
        if (isPlayed(treatment)) {
            assertThatCode(() -> strategy().prepare(List.of(treatment))).doesNotThrowAnyException();
        } else {
            assertRefused(treatment);
        }
    }

    static long ticks(Message message) {
        return message instanceof Amount amount
                ? amount.ticks()
                : ((Report) message).ticks().get(0);
    }

    static List<View> views(Treatment treatment) {
        List<View> views = new ArrayList<>();
        for (int role = 0; role < treatment.roles().size(); role++) {
            TickSupport support = support(Treatments.view(treatment, role, 0, 1));
            for (int i = 0; i < VALUES; i++) {
                long value = support.lowest() + (support.highest() - support.lowest()) * i / (VALUES - 1);
                views.add(Treatments.view(treatment, role, value, views.size() + 1));
            }
        }
        return views;
    }

    private static TickSupport support(View view) {
        return Offer.support(view);
    }

    /** Whether every mechanism that can be played is among the treatments. */
    static boolean isComplete() {
        return Stream.of(MechanismType.values())
                .filter(MechanismType::isPlayable)
                .allMatch(type -> treatments().anyMatch(t -> t.mechanism().type() == type));
    }
}
