package dev.envelope.lab.person;

import dev.envelope.client.SeatClient;
import dev.envelope.client.api.Rejected;
import dev.envelope.game.forms.FormAnswer;
import dev.envelope.game.forms.FormKind;
import dev.envelope.game.plan.forms.Question;
import dev.envelope.game.view.FormPage;
import dev.envelope.game.view.FormsStatus;
import dev.envelope.game.view.View;
import dev.envelope.lab.person.text.Catalogue;
import dev.envelope.lab.person.text.QuestionText;
import dev.envelope.lab.terminal.PlainMarkdown;
import dev.envelope.lab.terminal.Terminal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What is filled out at a terminal, one question at a time: the consent, the instructions and the questions on them before the first
 * round, the questionnaire after the last. What was answered right is not asked again.
 *
 * <p>It may be told of news while its owner is locked, and so never calls its owner while it is locked itself.
 */
final class FormTalk {

    private static final Set<String> YES = Set.of("yes", "y", "agree", "是", "同意");
    private static final Set<String> NO = Set.of("no", "n", "否", "不同意");

    private final SeatClient seat;
    private final Terminal terminal;
    private final Catalogue words;
    private final QuestionText questions;
    private final Owner owner;
    private final Map<String, String> answers = new LinkedHashMap<>();
    private String last = "";

    private FormsStatus told = FormsStatus.NONE;
    private boolean read;
    private @Nullable FormPage page;
    private @Nullable FormKind begun;

    /** Whether what was typed is under way, so that no line is an answer. */
    private boolean sending;

    /** Whether the person has said not to take part: the seat is as good as given back, and nothing more is fetched for it. */
    private boolean leaving;

    /** Whose seat it is. */
    interface Owner {

        /** Something may be typed now, or has been answered. */
        void moved();

        /** The person does not take part. */
        void declined();
    }

    FormTalk(SeatClient seat, Terminal terminal, Catalogue words, Owner owner) {
        this.seat = seat;
        this.terminal = terminal;
        this.words = words;
        this.questions = new QuestionText(words);
        this.owner = owner;
    }

    /** Whether the next line that is typed is an answer. */
    synchronized boolean isAsking() {
        return page != null && !sending;
    }

    /** Whether something is to be filled out before anything else. */
    boolean isDue() {
        return seat.snapshot().affairs().forms().due().isPresent();
    }

    /** Shows what has changed, and asks what is due. */
    synchronized void news(FormsStatus now) {
        if (leaving) {
            return;
        }
        FormsStatus before = told;
        told = now;
        if (now.attempts() > before.attempts() && begun == FormKind.COMPREHENSION) {
            showMarks(now);
        }
        if (!read && now.pages().contains(FormKind.INSTRUCTIONS) && !now.due().equals(Optional.of(FormKind.CONSENT))) {
            read = true;
            fetch(FormKind.INSTRUCTIONS);
        }
        if (!now.due().equals(Optional.ofNullable(begun))) {
            begun = now.due().orElse(null);
            page = null;
            sending = false;
            answers.clear();
            now.due().ifPresent(this::fetch);
        } else if (now.attempts() > before.attempts()) {
            sending = false;
            now.wrong().forEach(wrong -> answers.remove(wrong.name()));
            ask();
        }
        if (!now.completionLink().equals(before.completionLink())) {
            now.completionLink().ifPresent(link -> terminal.say(words.text("form.link", link)));
        }
    }

    /** Asks once more what is asked, after something else was shown. */
    synchronized void repeat() {
        FormPage current = page;
        if (current != null && !sending) {
            begin(current);
        }
    }

    /** Says what is asked for and, where a clock runs, for how long, and asks. */
    private void begin(FormPage form) {
        terminal.say(words.text("form." + form.kind().name().toLowerCase(Locale.ROOT)));
        if (form.kind() == FormKind.QUESTIONNAIRE) {
            RoundClock clock = new RoundClock(words);
            clock.restart(seat.snapshot().view().map(View::remainingMillis).orElse(OptionalLong.empty()));
            if (clock.isRunning()) {
                terminal.say(clock.text());
            }
        }
        ask();
    }

    private void showMarks(FormsStatus now) {
        if (now.wrong().isEmpty()) {
            terminal.say(words.text("form.right"));
            return;
        }
        for (FormsStatus.Wrong wrong : now.wrong()) {
            terminal.say(words.text("form.wrong", wrong.name(), wrong.hint()).strip());
        }
        if (now.solutions().isEmpty()) {
            terminal.say(words.text("form.attempts", now.attemptsLeft()));
        }
        for (FormAnswer solution : now.solutions()) {
            terminal.say(words.text("form.solution", solution.name(), solution.value()));
        }
    }

    private void fetch(FormKind kind) {
        CompletionStage<FormPage> unused = seat.form(kind).whenComplete((found, failure) -> {
            if (found == null) {
                terminal.say(explain(failure));
            } else {
                show(found);
            }
            owner.moved();
        });
    }

    private synchronized void show(FormPage found) {
        PlainMarkdown.lines(found.text()).forEach(terminal::say);
        if (found.kind() != FormKind.INSTRUCTIONS && found.kind() == begun) {
            page = found;
            begin(found);
        }
    }

    private void ask() {
        FormPage current = page;
        if (current != null) {
            List<Question> asked = current.questions();
            asked.stream()
                    .filter(question -> !answers.containsKey(question.name()))
                    .findFirst()
                    .ifPresent(next -> questions
                            .of(next, asked.indexOf(next) + 1, asked.size())
                            .forEach(terminal::say));
        }
    }

    /**
     * Takes a typed line where something is asked; false where nothing is.
     *
     * @param waits whether to return only when the form, where it is complete with this line, has been answered
     */
    boolean takes(String line, boolean waits) {
        Optional<CompletionStage<FormsStatus>> sent;
        synchronized (this) {
            if (page == null || sending) {
                return false;
            }
            sent = page.kind() == FormKind.CONSENT ? consent(line) : answer(page, line);
            sending = sent.isPresent();
        }
        sent.ifPresent(answer -> {
            CompletionStage<FormsStatus> done = answer.whenComplete(this::answered);
            if (waits) {
                done.exceptionally(failure -> FormsStatus.NONE)
                        .toCompletableFuture()
                        .join();
            }
        });
        return true;
    }

    private Optional<CompletionStage<FormsStatus>> consent(String line) {
        String typed = line.strip().toLowerCase(Locale.ROOT);
        if (NO.contains(typed)) {
            terminal.say(words.text("form.declined"));
            owner.declined();
            leaving = true;
            return Optional.of(seat.consent(false));
        }
        if (YES.contains(typed)) {
            return Optional.of(seat.consent(true));
        }
        terminal.say(words.text("form.consent"));
        return Optional.empty();
    }

    /** The answer to the first question without one; with the last of them all are sent. */
    private Optional<CompletionStage<FormsStatus>> answer(FormPage current, String line) {
        if (!line.isBlank() && answers.size() == current.questions().size()) {
            answers.remove(last); // it did not come through, and is answered once more
        }
        Optional<Question> open = current.questions().stream()
                .filter(question -> !answers.containsKey(question.name()))
                .findFirst();
        if (open.isPresent()) {
            Question question = open.get();
            Optional<String> said = QuestionText.answer(question, line);
            if (said.isEmpty() && (question.required() || !line.isBlank())) {
                terminal.say(questions.expected(question.answer()));
                return Optional.empty();
            }
            last = question.name();
            answers.put(last, said.orElse(""));
        }
        if (answers.size() < current.questions().size()) {
            ask();
            return Optional.empty();
        }
        List<FormAnswer> all = current.questions().stream()
                .map(question -> new FormAnswer(question.name(), answers.getOrDefault(question.name(), "")))
                .toList();
        return Optional.of(
                current.kind() == FormKind.COMPREHENSION ? seat.comprehend(told.attempts() + 1, all) : seat.fill(all));
    }

    private void answered(@Nullable FormsStatus status, @Nullable Throwable failure) {
        if (failure != null) {
            synchronized (this) {
                sending = false;
                leaving = false;
            }
            terminal.say(explain(failure));
        }
        owner.moved();
    }

    private String explain(@Nullable Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof Rejected rejected
                ? words.text("refused", rejected.reason())
                : words.text("form.unsent", String.valueOf(cause == null ? null : cause.getMessage()));
    }
}
