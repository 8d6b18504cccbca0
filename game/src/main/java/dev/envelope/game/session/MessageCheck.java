package dev.envelope.game.session;

import dev.envelope.game.market.TickSupport;
import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Amount;
import dev.envelope.game.message.Message;
import dev.envelope.game.message.MessageKind;
import dev.envelope.game.message.Report;
import dev.envelope.game.plan.MechanismType;
import dev.envelope.game.plan.Ticks;
import dev.envelope.game.session.command.Refusal;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.session.setup.PlayedGame;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a message can be said in a game, whoever says it and whenever; if not, why.
 *
 * @param game the game
 * @param agent the index of the market's agent who says it
 */
public record MessageCheck(PlayedGame game, int agent) {

    /** Why {@code message} cannot be the agent's; empty where it can. */
    public Optional<Refusal> refusal(Message message) {
        MechanismType mechanism = game.treatment().mechanism().type();
        MessageKind taken = mechanism.messageKind();
        if (message instanceof Abstain) {
            return mechanism.mayAbstain()
                    ? Optional.empty()
                    : refused(RefusalCode.WRONG_KIND, "message", message.kind(), taken + ", all must take part");
        }
        if (message.kind() != taken) {
            RefusalCode code = isPlayed(message.kind()) ? RefusalCode.WRONG_KIND : RefusalCode.KIND_NOT_PLAYED;
            return refused(code, "message", message.kind(), taken + " or ABSTAIN");
        }
        if (message instanceof Amount amount) {
            return outOfBounds(amount.ticks());
        }
        return message instanceof Report report ? wrongReport(report) : Optional.empty();
    }

    private static boolean isPlayed(MessageKind kind) {
        return Stream.of(MechanismType.values()).anyMatch(type -> type.isPlayable() && type.messageKind() == kind);
    }

    private Optional<Refusal> outOfBounds(long amount) {
        Ticks ticks = game.treatment().ticks();
        if (amount < ticks.minimum()) {
            return refused(RefusalCode.BELOW_MINIMUM, "amount", points(amount), "at least " + points(ticks.minimum()));
        }
        return amount > ticks.maximum()
                ? refused(RefusalCode.ABOVE_MAXIMUM, "amount", points(amount), "at most " + points(ticks.maximum()))
                : Optional.empty();
    }

    private Optional<Refusal> wrongReport(Report report) {
        if (report.ticks().size() != 1) {
            return refused(RefusalCode.INVALID_MESSAGE, "report", report.ticks().size() + " numbers", "one number");
        }
        long reported = report.ticks().get(0);
        TickSupport support = game.supports().get(agent);
        return support.contains(reported)
                ? Optional.empty()
                : refused(
                        RefusalCode.OUTSIDE_SUPPORT,
                        "report",
                        points(reported),
                        "from " + points(support.lowest()) + " to " + points(support.highest()));
    }

    private String points(long ticks) {
        return game.treatment().ticks().exactPoints(ticks).toPlainString();
    }

    private static Optional<Refusal> refused(RefusalCode code, String what, Object found, String expected) {
        return Optional.of(Refusal.of(code, what, found, expected));
    }
}
