package dev.envelope.lab.reference.file;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Cases that ask for the same at several points: a field of {@code at} that is one type, bid or weight, given as a list. Several lists are
 * gone through together. A profile such as {@code values} is one point.
 */
final class PointList {

    private static final List<String> POINTS =
            List.of("value", "x", "type", "v", "buyer_value", "seller_cost", "cost", "c", "bid", "b", "k");

    private PointList() {}

    /** The quantity of {@code reference}, or the list of what it is at each of its points. */
    static Value evaluate(ReferenceCase reference, BlockCases family) {
        Setting at = reference.at();
        List<String> lists = POINTS.stream().filter(at::isList).toList();
        if (lists.isEmpty()) {
            return family.evaluate(reference);
        }
        int points = at.json().get(lists.get(0)).size();
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            ObjectNode one = ((ObjectNode) at.json()).deepCopy();
            for (String list : lists) {
                JsonNode entries = at.json().get(list);
                if (entries.size() != points) {
                    throw at.wrong(list, "as many as there are of " + lists.get(0) + ", " + points);
                }
                one.set(list, entries.get(i));
            }
            values.add(family.evaluate(reference.at(new Setting(at.path(), one))));
        }
        return new Value.Row(values);
    }
}
