package dev.envelope.server.host;

import dev.envelope.game.message.Message;
import dev.envelope.game.session.command.Command;
import dev.envelope.server.live.Inbox;
import dev.envelope.server.live.Questions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the stand-ins of a session asked away from its thread, and brings their answers back to it. */
final class StandInDesk {

    private static final Logger LOG = LoggerFactory.getLogger(StandInDesk.class);

    private final Workplace workplace;
    private final String joinCode;
    private final Consumer<Inbox.Work> session;

    /** For the session {@code joinCode}, which takes answers as work. */
    StandInDesk(Workplace workplace, String joinCode, Consumer<Inbox.Work> session) {
        this.workplace = workplace;
        this.joinCode = joinCode;
        this.session = session;
    }

    /** Asks; the answers come back all together. */
    void ask(List<Questions.Question> questions) {
        if (questions.isEmpty()) {
            return;
        }
        try {
            workplace.workers().execute(() -> bring(questions));
        } catch (RejectedExecutionException closing) {
            LOG.debug("session {}: stand-ins are asked again after the next start", joinCode);
        }
    }

    private void bring(List<Questions.Question> questions) {
        List<Answered> answers = new ArrayList<>(questions.size());
        for (Questions.Question question : questions) {
            answers.add(new Answered(question, answer(question)));
        }
        session.accept((live, atMillis) -> answers.stream()
                .filter(each -> live.stillAsks(each.question()))
                .forEach(each -> live.decide(each.reply(atMillis), told -> {})));
    }

    /** A question and what the stand-in has said to it, if anything. */
    private record Answered(Questions.Question question, Optional<Message> message) {

        Command.Reply reply(long atMillis) {
            return new Command.Reply(atMillis, question.seat(), question.view().round(), message);
        }
    }

    /** One that fails has no answer: its seat counts as missing in this round, and the round goes on. */
    private Optional<Message> answer(Questions.Question question) {
        try {
            return Optional.of(workplace.standIns().decide(question.standIn(), question.view(), question.random()));
        } catch (RuntimeException | Error e) {
            LOG.warn(
                    "session {} round {}: {} has no answer for seat {}: {}",
                    joinCode,
                    question.view().round(),
                    question.standIn().strategy(),
                    question.seat(),
                    e.getMessage());
            return Optional.empty();
        }
    }
}
