package dev.envelope.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.envelope.game.forms.FormAnswer;
import dev.envelope.game.forms.FormKind;
import dev.envelope.game.plan.file.PlanReader;
import dev.envelope.game.session.command.ControlDetails;
import dev.envelope.game.session.command.RefusalCode;
import dev.envelope.game.view.Phase;
import dev.envelope.game.view.SeatStatus;
import dev.envelope.server.journal.MemoryJournal;
import dev.envelope.server.live.StandIns;
import dev.envelope.server.request.Identity;
import dev.envelope.server.request.Request;
import dev.envelope.server.request.Response;
import dev.envelope.server.settings.Limits;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people fill out, and what a server keeps and tells of those who leave meanwhile. */
class FormsPeopleHallTest {

    private Hall hall = hall(Limits.DEFAULT);
    private OpenedSession session = open("start: instructor");
    private FakeConnection instructor = instructor();

    private static Hall hall(Limits limits) {
        return new Hall(new MemoryJournal(), limits, StandIns.NONE);
    }

    @AfterEach
    void close() {
        hall.close();
    }

    private OpenedSession open(String... keys) {
        return hall.registry.open(
                PlanReader.read("""
                        envelope: 1
                        seed: test
                        seats: 2
                        treatments: {main: {mechanism: first_price, bidders: 2, values: [0, 100]}}
                        consent: Do you agree?
                        questionnaire: {questions: [{name: mood, question: How are you?, type: scale}], seconds: 600}
                        completion_link: https://example.org/?id={label}
                        """ + String.join("\n", keys) + "\n").orElseThrow(), OpenOptions.REPRODUCIBLE);
    }

    private FakeConnection instructor() {
        FakeConnection teacher = new FakeConnection();
        hall.hello(teacher, new Identity.Instructor(session.joinCode(), session.instructorToken()));
        return teacher;
    }

    private Response control(Request.Action action) {
        return control(action, ControlDetails.NONE);
    }

    private Response control(Request.Action action, ControlDetails details) {
        long id = hall.nextRequest();
        hall.registry.request(instructor, new Request.Control(id, action, details));
        return instructor.awaitAnswer(id);
    }

    private List<SeatStatus> roster() {
        long id = hall.nextRequest();
        hall.registry.request(instructor, new Request.GetRoster(id));
        return ((Response.Roster) instructor.awaitAnswer(id)).seats();
    }

    private Response consent(FakeConnection person, boolean agreed) {
        return fill(person, FormKind.CONSENT, agreed, List.of());
    }

    private Response fill(FakeConnection person, FormKind form, boolean agreed, List<FormAnswer> answers) {
        long id = hall.nextRequest();
        hall.registry.request(person, new Request.FillForm(id, form, agreed, 0, answers));
        return person.awaitAnswer(id);
    }

    private void asking(List<FakeConnection> seats) {
        seats.forEach(seat -> consent(seat, true));
        control(Request.Action.START);
        control(Request.Action.END);
        control(Request.Action.CLOSE_ROUND);
        assertThat(phase()).isEqualTo(Phase.QUESTIONNAIRE);
    }

    private Phase phase() {
        return hall.registry.state(session.joinCode()).orElseThrow().phase();
    }

    /** Time goes on, and the session has noticed. */
    private void pass(long millis) {
        hall.clock.addAndGet(millis);
        for (int i = 0; i < 3; i++) {
            hall.hello(new FakeConnection(), new Identity.Spectator(session.joinCode()));
        }
    }

    private String name(int seat) {
        return hall.journal.names(1).getOrDefault(seat, "none");
    }

    @Test
    void theNameOfOneWhoDoesNotAgreeIsForgotten() {
        List<FakeConnection> seats = hall.seat(session.joinCode(), 2);
        assertThat(name(0)).isEqualTo("Person 0");
        consent(seats.get(0), false);
        assertThat(name(0)).isEmpty();
        consent(seats.get(1), true);
        hall.hello(new FakeConnection(), Hall.person(session.joinCode(), 5));
        control(Request.Action.START);

        assertThat(name(0)).isEqualTo("Person 5");
        assertThat(name(1)).isEqualTo("Person 1");
    }

    @Test
    void theRosterSaysWhoHasLeft() {
        List<FakeConnection> seats = hall.seat(session.joinCode(), 2);
        seats.forEach(seat -> consent(seat, true));
        control(Request.Action.START);
        consent(seats.get(0), false);
        control(Request.Action.REMOVE, ControlDetails.of(1));

        assertThat(roster()).extracting(SeatStatus::left).containsExactly(true, true);
        assertThat(roster()).extracting(SeatStatus::name).containsExactly("Person 0", "Person 1");
        assertThat(roster()).allSatisfy(seat -> assertThat(seat.due()).isEmpty());
    }

    @Test
    void whoIsGoneForAMinuteIsNotWaitedForByTheQuestionnaire() {
        List<FakeConnection> seats = hall.seat(session.joinCode(), 2);
        asking(seats);
        hall.registry.closed(seats.get(1));
        fill(seats.get(0), FormKind.QUESTIONNAIRE, false, List.of(new FormAnswer("mood", "3")));
        pass(59_999);
        assertThat(phase()).isEqualTo(Phase.QUESTIONNAIRE);
        pass(1);
        await().until(() -> phase() == Phase.FINISHED);

        FakeConnection back = new FakeConnection();
        assertThat(hall.hello(back, Hall.person(session.joinCode(), 1)))
                .isInstanceOfSatisfying(
                        Response.Welcome.class,
                        w -> assertThat(w.snapshot().affairs().forms().completionLink())
                                .contains("https://example.org/?id=Person%201"));
    }

    @Test
    void aRoundWithoutADeadlineDoesNotWaitForEverForOneWhoOnlyLooksAtTheConsent() {
        hall.close();
        hall = hall(Limits.DEFAULT);
        session = open("start: instructor", "timing: none");
        instructor = instructor();
        List<FakeConnection> seats = hall.seat(session.joinCode(), 2);
        consent(seats.get(0), true);
        pass(100_000);
        control(Request.Action.START);
        hall.bid(seats.get(0), 1, 10);
        pass(59_999);
        assertThat(hall.registry.state(session.joinCode()).orElseThrow().isAwaited(1))
                .isTrue();
        pass(1);
        await().until(() ->
                !hall.registry.state(session.joinCode()).orElseThrow().isAwaited(1));

        consent(seats.get(1), true);

        assertThat(hall.registry.state(session.joinCode()).orElseThrow().isAwaited(1))
                .isTrue();
        pass(100_000);
        assertThat(hall.registry.state(session.joinCode()).orElseThrow().standIn(1))
                .isEmpty();
    }

    @Test
    void moreTimeForTheQuestionnaireIsTold() {
        List<FakeConnection> seats = hall.seat(session.joinCode(), 2);
        asking(seats);
        assertThat(control(Request.Action.EXTEND, ControlDetails.time(60_000))).isEqualTo(new Response.Done());

        await().until(() -> seats.get(0).sent(Response.SessionChanged.class).stream()
                .anyMatch(told -> told.remainingMillis().orElse(0) == 660_000));
    }

    @Test
    void seatsAreNotTakenAndGivenBackForEver() {
        hall.close();
        hall = hall(Limits.DEFAULT.withMaxDeclines(2));
        session = open("start: instructor");
        for (int i = 0; i < 2; i++) {
            FakeConnection fickle = new FakeConnection();
            hall.hello(fickle, Hall.person(session.joinCode(), 7));
            consent(fickle, false);
        }

        assertThat(hall.hello(new FakeConnection(), Hall.person(session.joinCode(), 8)))
                .isInstanceOfSatisfying(
                        Response.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(RefusalCode.DOOR_CLOSED));
    }
}
