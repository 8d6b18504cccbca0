package dev.envelope.lab.demo;

import dev.envelope.game.plan.Block;
import dev.envelope.game.plan.Plan;
import java.io.PrintWriter;

/** How far a session has come, block by block: a line that is written over on a terminal, a line a block elsewhere. */
final class Progress {
    private static final int BAR = 24;

    private final Plan plan;
    private final PrintWriter out;
    private final boolean live;
    private int block;

    Progress(Plan plan, PrintWriter out, boolean live) {
        this.plan = plan;
        this.out = out;
        this.live = live;
    }

    /** {@code settled} rounds of the session are settled. */
    void show(int settled) {
        int before = 0;
        for (int index = 0; index < plan.blocks().size(); index++) {
            int rounds = plan.blocks().get(index).rounds();
            if (index == block && settled >= before + rounds) {
                out.println((live ? "\r" : "") + line(index, rounds));
                block++;
            } else if (index == block && live) {
                out.print("\r" + line(index, Math.max(0, settled - before)));
            }
            before += rounds;
        }
        out.flush();
    }

    private String line(int index, int settled) {
        Block current = plan.blocks().get(index);
        int filled = (int) ((long) BAR * settled / current.rounds());
        String bar = "#".repeat(filled) + ".".repeat(BAR - filled);
        return String.format(
                "  %-24s [%s] %,d of %,d rounds", current.treatment().id(), bar, settled, current.rounds());
    }
}
