package dev.envelope.lab.person;

import dev.envelope.client.SeatClient;
import dev.envelope.client.SeatListener;
import dev.envelope.client.api.News;
import dev.envelope.client.api.Rejected;
import dev.envelope.game.message.Abstain;
import dev.envelope.game.message.Message;
import dev.envelope.game.plan.Ticks;
import dev.envelope.game.rules.PayRules;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.view.Phase;
import dev.envelope.game.view.RoundResult;
import dev.envelope.game.view.Snapshot;
import dev.envelope.game.view.View;
import dev.envelope.lab.terminal.Terminal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What the person at a terminal has been told so far: shows every change, and knows which round is open. */
final class RoundBoard implements SeatListener, FormTalk.Owner {
    private final SeatClient seat;
    private final Terminal terminal;
    private final Catalogue words;
    private final RoundClock clock;
    private final AffairsText affairs;
    private final FormTalk forms;
    private final CompletableFuture<Optional<Throwable>> ended = new CompletableFuture<>();

    private @Nullable View open;
    private @Nullable Message standing;

    /** What was last said to stand, since a message was typed. */
    private @Nullable Message toldOf;

    private boolean greeted;
    private boolean cut;
    private boolean returning;
    private boolean paused;
    private boolean finished;
    private String place = "";
    private boolean asking;
    private volatile boolean declined;
    private int shown;

    /** The last round that is known to take no more messages, though its result has not come yet. */
    private int closed;

    RoundBoard(SeatClient seat, Terminal terminal, Catalogue words) {
        this.seat = seat;
        this.terminal = terminal;
        this.words = words;
        this.clock = new RoundClock(words);
        this.affairs = new AffairsText(words);
        this.forms = new FormTalk(seat, terminal, words, this);
    }

    /** What is filled out at the terminal. */
    FormTalk forms() {
        return forms;
    }

    @Override
    public synchronized void moved() {
        notifyAll();
    }

    @Override
    public void declined() {
        declined = true;
    }

    /** The open round, if one is. */
    synchronized Optional<View> open() {
        return Optional.ofNullable(open);
    }

    /** Waits for the session's end, or for the person to leave; what cut the connection for good, if that is the cause. */
    Optional<Throwable> awaitEnd() {
        return ended.join();
    }

    /** The person leaves. */
    void leave() {
        if (!ended.isDone()) {
            terminal.say(words.text("left"));
            ended.complete(Optional.empty());
        }
    }

    /** The person is gone, perhaps in the middle of a line. */
    void leaveAtOnce() {
        if (!ended.isDone()) {
            terminal.say("");
            leave();
        }
    }

    /** Waits until something is asked, or a round is open that has no message yet and takes one, or the end. */
    synchronized void awaitTurn() {
        await(() -> forms.isAsking() || (!forms.isDue() && open != null && standing == null && open.round() != closed));
    }

    /** Waits for the result of the round that was played, and after the last round for the end. */
    synchronized void awaitSettled() {
        await(() -> forms.isDue() || (!awaitsResult() && shown < seat.snapshot().rounds()));
    }

    private boolean awaitsResult() {
        return open != null && (standing != null || open.round() == closed);
    }

    /** The server takes no more messages in {@code round}. */
    synchronized void late(int round) {
        closed = round;
    }

    private synchronized void await(BooleanSupplier condition) {
        try {
            while (!condition.getAsBoolean() && !ended.isDone()) {
                wait(1_000);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** A message is about to be sent: it waits, if the connection is cut. */
    synchronized void sends(Message message) {
        toldOf = null;
        if (!seat.isConnected()) {
            boolean pass = message instanceof Abstain;
            terminal.say(pass ? words.text("waits.pass") : words.text("waits", money().of(message)));
        }
    }

    /** The seat's message for {@code round} is on disk; another connection of the seat may have replaced it since. */
    synchronized void stored(int round, Message message) {
        if (open == null || open.round() != round) {
            showStanding(message);
            return;
        }
        Message now = newest(round).flatMap(View::standing).orElse(message);
        standing = now;
        if (!now.equals(toldOf)) {
            showStanding(now);
        }
    }

    /** The latest view of {@code round}; what is heard of may be older, as it waits for its turn. */
    private Optional<View> newest(int round) {
        return seat.snapshot().view().filter(view -> view.round() == round);
    }

    /** Shows the time left and what stands. */
    synchronized void look() {
        if (open == null) {
            terminal.say(words.text("no.round"));
            return;
        }
        terminal.say(clock.text());
        if (standing == null) {
            terminal.say(words.text("nothing.yet"));
        } else {
            showStanding(standing);
        }
    }

    private void showStanding(Message message) {
        toldOf = message;
        terminal.say(
                message instanceof Abstain ? words.text("standing.pass") : words.text("standing", money().of(message)));
    }

    private Money money() {
        return new Money(ticks(), words);
    }

    /** All treatments of a session share their tick, so any of them will do for amounts. */
    private Ticks ticks() {
        View round = open;
        return round == null
                ? seat.snapshot().treatments().get(0).ticks()
                : round.treatment().ticks();
    }

    @Override
    public synchronized void refreshed(Snapshot snapshot) {
        boolean first = !greeted;
        if (first) {
            greeted = true;
            terminal.say(words.text("welcome", snapshot.title(), seat.seat()));
            PayRules.sentences(snapshot.pay().terms(), words.language()).forEach(terminal::say);
        }
        if (!declined) {
            affairs.news(snapshot.affairs()).forEach(terminal::say);
        }
        roundsOver(snapshot);
        forms.news(snapshot.affairs().forms());
        if (returning) {
            forms.repeat();
        }
        boolean wasPaused = paused;
        paused = snapshot.paused();
        snapshot.view().filter(view -> view.phase() == Phase.OPEN).ifPresent(view -> {
            showOther(view);
            standing = newest(view.round()).orElse(view).standing().orElse(null);
            clock.restart(view.remainingMillis());
        });
        if (returning) {
            place = "";
        }
        if (snapshot.phase() == Phase.LOBBY || first || returning) {
            place(snapshot);
        }
        if (paused ? first || returning || !wasPaused : wasPaused) {
            terminal.say(words.text(paused ? "paused" : "resumed"));
        }
        returning = false;
        over(snapshot);
    }

    /** Shows what another connection of the seat has sent. */
    private void showOther(View view) {
        boolean known = open != null && open.round() == view.round();
        if (known && !returning && !view.standing().equals(Optional.ofNullable(standing))) {
            view.standing().ifPresent(this::showStanding);
        }
    }

    /** Says where the session stands, unless a round that opens is about to say it. */
    private void place(Snapshot snapshot) {
        Optional<View> now = snapshot.view().filter(view -> view.phase() == Phase.OPEN);
        View known = open;
        if (now.isPresent()) {
            if (known != null && known.round() == now.get().round()) {
                look();
            }
        } else {
            new PlaceText(words).of(snapshot).ifPresent(this::sayPlace);
        }
    }

    /** Says where the session stands; the same only once. */
    private void sayPlace(String text) {
        if (!text.equals(place)) {
            place = text;
            terminal.say(text);
        }
    }

    @Override
    public synchronized void newsArrived(News news) {
        Snapshot now = seat.snapshot();
        if (open == null && now.phase() == Phase.LOBBY) {
            sayPlace(new PlaceText(words).lobby(now, news.seatsTaken(), news.seatsWanted()));
        }
    }

    @Override
    public synchronized void roundOpened(View view) {
        open = view;
        standing = view.standing().orElse(null);
        clock.restart(view.remainingMillis());
        new RoundText(words).of(view).forEach(terminal::say);
        terminal.say(clock.text());
        Message already = standing;
        if (already != null) {
            showStanding(already);
        }
        notifyAll();
    }

    @Override
    public synchronized void roundSettled(RoundResult result) {
        show(result);
        if (open != null && open.round() <= result.round()) {
            open = null;
            standing = null;
        }
        notifyAll();
    }

    /** Shows a round's result, once. */
    private void show(RoundResult result) {
        if (result.round() > shown) {
            shown = result.round();
            new ResultText(words).of(result, ticks()).forEach(terminal::say);
            new PayText(words)
                    .afterRound(seat.snapshot(), result, ticks().size())
                    .ifPresent(terminal::say);
            if (result.byDefault() && seat.snapshot().affairs().playedBy().isEmpty()) {
                terminal.say(words.text("still.there"));
            }
        }
    }

    @Override
    public synchronized void sessionChanged(Snapshot snapshot) {
        if (snapshot.paused() != paused) {
            paused = snapshot.paused();
            terminal.say(words.text(paused ? "paused" : "resumed"));
            snapshot.view().ifPresent(view -> clock.restart(view.remainingMillis()));
        }
        snapshot.view()
                .map(View::remainingMillis)
                .filter(remaining -> snapshot.phase() == Phase.OPEN && clock.isExtended(remaining))
                .ifPresent(remaining -> {
                    clock.restart(remaining);
                    terminal.say(clock.text());
                });
        roundsOver(snapshot);
        over(snapshot);
    }

    /** The rounds are over and what is paid is known, while people still fill out the questionnaire. */
    private void roundsOver(Snapshot snapshot) {
        boolean paid = snapshot.pay().paid().isPresent();
        if (snapshot.phase() == Phase.QUESTIONNAIRE && paid && !asking) {
            asking = true;
            open = null;
            standing = null;
            snapshot.lastResult().ifPresent(this::show);
            terminal.say(words.text("rounds.over", money().points(snapshot.totalTicks())));
            new PayText(words).of(snapshot.pay(), money()).forEach(terminal::say);
        }
    }

    private void over(Snapshot snapshot) {
        if (snapshot.phase() == Phase.FINISHED && !finished) {
            finished = true;
            if (asking) {
                terminal.say(words.text("over"));
            } else {
                snapshot.lastResult().ifPresent(this::show);
                terminal.say(words.text("finished", money().points(snapshot.totalTicks())));
                new PayText(words).of(snapshot.pay(), money()).forEach(terminal::say);
            }
            ended.complete(Optional.empty());
            notifyAll();
        }
    }

    /** Said once, however often a new connection is tried. */
    @Override
    public synchronized void disconnected(Throwable cause, Duration retryIn) {
        if (!cut) {
            cut = true;
            terminal.say(words.text("cut", String.valueOf(cause.getMessage())));
        }
    }

    @Override
    public synchronized void reconnected() {
        cut = false;
        returning = true;
        terminal.say(words.text("back", seat.seat()));
    }

    private static boolean displaced(Throwable why) {
        return why instanceof Rejected rejected && rejected.code() == RefusalCode.TOO_MANY_CONNECTIONS;
    }

    @Override
    public synchronized void closed(Optional<Throwable> cause) {
        if (declined) {
            ended.complete(Optional.empty());
            notifyAll();
            return;
        }
        cause.ifPresent(why -> terminal.say(
                displaced(why) ? words.text("displaced") : words.text("gave.up", String.valueOf(why.getMessage()))));
        ended.complete(cause);
        notifyAll();
    }
}
