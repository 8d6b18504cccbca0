package dev.envelope.server.journal.event;

import dev.envelope.game.session.event.Event;
import dev.envelope.proto.v1.ComprehensionAnsweredEvent;
import dev.envelope.proto.v1.JournalRecord;
import dev.envelope.server.wire.form.FormCodec;

/** Journal records to events about what people fill out. */
final class FormEventDecoder {

    private FormEventDecoder() {}

    static Event decode(JournalRecord record) {
        long at = record.getAtMillis();
        return switch (record.getEventCase()) {
            case CONSENT_ANSWERED ->
                new Event.ConsentAnswered(
                        at,
                        record.getConsentAnswered().getSeat(),
                        record.getConsentAnswered().getAgreed());
            case COMPREHENSION_ANSWERED -> tried(at, record.getComprehensionAnswered());
            case QUESTIONNAIRE_OPENED ->
                new Event.QuestionnaireOpened(
                        at, record.getQuestionnaireOpened().getClosesAtMillis());
            case QUESTIONNAIRE_ANSWERED ->
                new Event.QuestionnaireAnswered(
                        at,
                        record.getQuestionnaireAnswered().getSeat(),
                        FormCodec.decode(record.getQuestionnaireAnswered().getAnswersList()));
            default ->
                throw new IllegalArgumentException(
                        "event: " + record.getEventCase() + " (expected: one about what people fill out)");
        };
    }

    private static Event tried(long at, ComprehensionAnsweredEvent event) {
        return new Event.ComprehensionAnswered(
                at,
                event.getSeat(),
                event.getAttempt(),
                FormCodec.decode(event.getAnswersList()),
                event.getWrongList());
    }
}
