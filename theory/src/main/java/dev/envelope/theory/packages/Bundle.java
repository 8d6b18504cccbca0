package dev.envelope.theory.packages;

/**
 * A set of objects, not empty.
 *
 * @param members one bit per object, the lowest for object 0
 */
public record Bundle(long members) {

    /** Refuses the empty set. */
    public Bundle {
        if (members == 0) {
            throw new IllegalArgumentException("bundle: {} (expected: at least one object)");
        }
    }

    /**
     * The set of the objects with the given indices, from 0.
     *
     * @throws IllegalArgumentException when there are none, and for an index that is not one of an object
     */
    public static Bundle of(int... items) {
        long members = 0;
        for (int item : items) {
            if (item < 0 || item >= XorBids.MAX_ITEMS) {
                throw new IllegalArgumentException(
                        "bundle item: " + item + " (expected: 0 to " + (XorBids.MAX_ITEMS - 1) + ")");
            }
            members |= 1L << item;
        }
        return new Bundle(members);
    }

    /** Whether object {@code item} is in it. */
    public boolean has(int item) {
        return (members >>> item & 1) == 1;
    }

    /** Whether it has an object in common with {@code other}. */
    public boolean meets(Bundle other) {
        return (members & other.members) != 0;
    }

    /** How many objects are in it. */
    public int size() {
        return Long.bitCount(members);
    }

    /** One more than the highest index in it. */
    int span() {
        return Long.SIZE - Long.numberOfLeadingZeros(members);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (int item = 0; item < span(); item++) {
            if (has(item)) {
                text.append(text.length() > 1 ? ", " : "").append(item);
            }
        }
        return text.append('}').toString();
    }
}
