package dev.envelope.server.export.cell;

/**
 * A column of a table, as the dictionary explains it.
 *
 * @param name its name in the first line; {@code {round}} in it stands for the number of every exported round
 * @param type what its cells are
 * @param unit what they count: {@code points}, {@code ticks}, {@code ms}, …; empty for none
 * @param meaning what they say
 */
public record Column(String name, Type type, String unit, String meaning) {

    /** What the cells of a column are. A cell is empty where there is nothing to say. */
    public enum Type {
        /** A whole number. */
        INTEGER,
        /** A number with a decimal point. */
        DECIMAL,
        /** 1 for yes, 0 for no. */
        BOOLEAN,
        /** Words; one of a few where the meaning lists them. */
        TEXT,
        /** A moment in UTC, as in 2026-11-21T09:00:00.000Z. */
        TIME
    }

    /** A column of whole numbers. */
    public static Column integer(String name, String unit, String meaning) {
        return new Column(name, Type.INTEGER, unit, meaning);
    }

    /** A column of amounts in points. */
    public static Column points(String name, String meaning) {
        return new Column(name, Type.DECIMAL, "points", meaning);
    }

    /** A column of 1 and 0. */
    public static Column yesNo(String name, String meaning) {
        return new Column(name, Type.BOOLEAN, "", meaning);
    }

    /** A column of words. */
    public static Column text(String name, String meaning) {
        return new Column(name, Type.TEXT, "", meaning);
    }

    /** The column of the join code. */
    public static Column session() {
        return text("session", "the session's join code");
    }

    /** The column of the seat. */
    public static Column seat() {
        return integer("seat", "", "the seat's number, from 0, as in the transcript");
    }

    /** The column of the pseudonym. */
    public static Column participant() {
        return text(
                "participant",
                "a pseudonym of who has the seat: ten letters, the same in every file and every export of the session; a bot "
                        + "that filled the seat and whoever took it from the bot have different ones");
    }

    /** The column that tells people from programs. */
    public static Column person() {
        return yesNo(
                "person",
                "whether who has the seat is a person, even where a stand-in acts for it; empty: nobody has it");
    }

    /** A column that says whether a message is not of the seat's owner. */
    public static Column byDefault(String name) {
        return yesNo(
                name,
                "whether the message is not of the seat's owner, who sent none: a stand-in gave it, or the plan's rule for the missing");
    }

    /** A column of the strategy that acted. */
    public static Column standIn(String name) {
        return text(name, "the strategy whose answer is the message, of a stand-in or a bot; empty: none's");
    }

    /** The column of the round. */
    public static Column round() {
        return integer("round", "", "the round's number in the session, from 1");
    }

    /** A column of moments. */
    public static Column utcMillis(String name, String meaning) {
        return integer(name, "ms", meaning + ", in milliseconds of UTC since 1970");
    }
}
