package org.puente.diplomacy.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.puente.diplomacy.agreement.PartyAction.ActionKind;
import org.puente.diplomacy.record.StatusSpan;
import org.puente.diplomacy.record.Violations;

/**
 * The status of an agreement on every day, for each party and as a whole, derived from its actions. The whole is in force
 * where it is for two parties at least; parties that have left no longer count, and with fewer than two left it is over.
 */
final class Lifecycle {

    private final Map<String, NavigableMap<LocalDate, Status>> byParty = new LinkedHashMap<>();
    private final NavigableMap<LocalDate, Status> whole = new TreeMap<>();

    private Lifecycle() {}

    /** Follows actions that {@link #check} found in order. */
    static Lifecycle of(Collection<String> parties, List<PartyAction> actions) {
        Lifecycle life = new Lifecycle();
        TreeSet<LocalDate> days = new TreeSet<>();
        days.add(StatusSpan.BEGINNING);
        for (PartyAction action : actions) {
            days.add(action.date());
        }
        for (String party : parties) {
            life.byParty.put(party, life.follow(party, actions));
        }
        days.forEach(day -> life.whole.put(day, life.wholeOn(day)));
        return life;
    }

    /** Adds every action that can't follow on what happened before it, with the rule that it breaks. */
    static void check(Collection<String> parties, List<PartyAction> actions, Violations violations) {
        for (int i = 1; i < actions.size(); i++) {
            LocalDate before = actions.get(i - 1).date();
            violations.require(
                    !actions.get(i).date().isBefore(before),
                    "actions[" + i + "].date",
                    "must not be before the action above it (" + before + "): actions stand in order");
        }
        for (int i = 0; i < actions.size(); i++) {
            String party = actions.get(i).party();
            violations.require(
                    party == null || parties.contains(party),
                    "actions[" + i + "].party",
                    "is not a party to this agreement");
        }
        Map<Integer, String> broken = new TreeMap<>();
        parties.forEach(party -> brokenRules(party, actions, broken));
        broken.forEach((i, rule) -> violations.add("actions[" + i + "].kind", rule));
    }

    private static void brokenRules(String party, List<PartyAction> actions, Map<Integer, String> broken) {
        Status status = Status.NOT_YET;
        for (int i = 0; i < actions.size(); i++) {
            PartyAction action = actions.get(i);
            if (action.concerns(party)) {
                if (status.next().contains(action.kind())) {
                    status = Status.after(action.kind());
                } else {
                    broken.putIfAbsent(i, rule(action.kind(), status, party));
                }
            }
        }
    }

    private static String rule(ActionKind action, Status status, String party) {
        String must =
                switch (action) {
                    case ANNOUNCED -> "an agreement is announced once, and before anything else happens to it";
                    case SIGNED -> "an agreement is signed once, before it enters into force";
                    case ENTERED_INTO_FORCE -> "an agreement enters into force once, after it was announced or signed";
                    case SUSPENDED -> "only what is in force can be suspended";
                    case RESUMED -> "only what is suspended can be resumed";
                    case ENDED, SUPERSEDED -> "an agreement ends once, after it was announced or signed";
                };
        return action.code() + " can't follow " + status.code() + " (" + party + "): " + must;
    }

    private NavigableMap<LocalDate, Status> follow(String party, List<PartyAction> actions) {
        NavigableMap<LocalDate, Status> track = new TreeMap<>();
        track.put(StatusSpan.BEGINNING, Status.NOT_YET);
        for (PartyAction action : actions) {
            if (action.concerns(party)) {
                track.put(action.date(), Status.after(action.kind()));
            }
        }
        return track;
    }

    private Status wholeOn(LocalDate day) {
        List<Status> all = byParty.values().stream()
                .map(track -> track.floorEntry(day).getValue())
                .toList();
        List<Status> alive = all.stream().filter(Status::alive).toList();
        if (alive.size() < Math.min(2, all.size())) {
            return all.contains(Status.REPLACED) ? Status.REPLACED : Status.OVER;
        }
        if (count(alive, Status.IN_FORCE) >= 2) {
            return Status.IN_FORCE;
        }
        if (count(alive, Status.IN_FORCE) + count(alive, Status.ON_HOLD) >= 2) {
            return Status.ON_HOLD;
        }
        long bound = count(alive, Status.SIGNED_ONLY) + count(alive, Status.IN_FORCE) + count(alive, Status.ON_HOLD);
        if (bound > 0) {
            return bound == alive.size() ? Status.SIGNED_ONLY : Status.PARTLY_SIGNED;
        }
        return alive.contains(Status.ANNOUNCED_ONLY) ? Status.ANNOUNCED_ONLY : Status.NOT_YET;
    }

    private static long count(List<Status> among, Status status) {
        return among.stream().filter(status::equals).count();
    }

    /** Every span of the whole, then of each party. */
    List<StatusSpan> spans() {
        List<StatusSpan> spans = new ArrayList<>(spans(StatusSpan.WHOLE, whole));
        byParty.forEach((party, track) -> spans.addAll(spans(party, track)));
        return spans;
    }

    private static List<StatusSpan> spans(String party, NavigableMap<LocalDate, Status> track) {
        List<StatusSpan> spans = new ArrayList<>();
        LocalDate from = track.firstKey();
        while (from != null) {
            Status status = track.get(from);
            LocalDate until = track.higherKey(from);
            while (until != null && track.get(until) == status) {
                until = track.higherKey(until);
            }
            spans.add(new StatusSpan(party, status.code(), from, until));
            from = until;
        }
        return spans;
    }
}
