package dev.envelope.lab.plot;

/** What can draw every kind of {@link Mark}. */
public interface Pencil {

    /** Draws a line. */
    void line(Line line);

    /** Draws an area. */
    void area(Area area);

    /** Draws dots with their labels. */
    void dots(Dots dots);

    /** Draws a box with its text. */
    void box(Box box);

    /** Draws an arrow with its text. */
    void arrow(Arrow arrow);
}
