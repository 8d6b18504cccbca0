package dev.envelope.theory.certificate.earning;

import dev.envelope.theory.certificate.law.MessageLaw;
import dev.envelope.theory.certificate.law.RivalLaws;
import dev.envelope.theory.mechanism.EntryFeeAuction;
import dev.envelope.theory.mechanism.Mechanism;
import dev.envelope.theory.units.UnitDemandAuction;
import java.util.List;
import java.util.stream.DoubleStream;

/** A contest with rivals who send independent messages, on one side of the market. */
public abstract class RivalContest implements Contest {

    final RivalLaws rivals;
    final List<MessageLaw> laws;
    final int[] counts;

    RivalContest(RivalLaws rivals) {
        this.rivals = rivals;
        this.laws = rivals.laws();
        this.counts = rivals.counts();
    }

    /** What a message has to beat in {@code mechanism}: the strongest message of a rival or, where there are units, one further down. */
    public static RivalContest of(Mechanism mechanism, RivalLaws rivals, boolean silenceLoses) {
        if (mechanism instanceof EntryFeeAuction entry) {
            return of(entry.auction(), rivals, silenceLoses);
        }
        return mechanism instanceof UnitDemandAuction units
                ? new RankedRival(rivals, units)
                : new HighestRival(rivals, silenceLoses);
    }

    @Override
    public final double highest() {
        return rivals.highest();
    }

    @Override
    public final boolean hasJumps() {
        return rivals.hasAtoms();
    }

    @Override
    public final DoubleStream breakpoints() {
        return rivals.breakpoints();
    }
}
