package org.dpstck.reference.fault;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dpstck.reference.callback.Callback;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Exchange;
import org.dpstck.reference.http.Operation;
import org.dpstck.reference.http.Request;

/** Registrations that are remembered wrongly: too long, too short, twice, or with the wrong endpoint. */
final class RegistrationMemoryFaults {

    private RegistrationMemoryFaults() {}

    static void addTo(FaultTable table) {
        addForgetful(table);
        addStubborn(table);
        addAboutEndpoints(table);
    }

    private static void addForgetful(FaultTable table) {
        table.add("REGISTRATION-FORGOTTEN", () -> new Gone() {
            @Override
            void put(String id, Optional<String> before, String endpoint) {
                ids.add(id);
            }

            @Override
            public List<Callback> outgoing(Callback callback) {
                return List.of(callback);
            }
        });
        table.add("REGISTRATION-LOST-BY-REFUSED-UPDATE", () -> new Gone() {
            @Override
            void put(String id, Optional<String> before, String endpoint) {
                ids.remove(id);
            }

            @Override
            void refused(String id) {
                ids.add(id);
            }
        });
        table.add("DEREGISTRATION-ENDS-ALL", () -> new Gone() {
            @Override
            void put(String id, Optional<String> before, String endpoint) {
                ids.remove(id);
            }

            @Override
            void deleted(String id, String endpoint) {
                ids.addAll(known());
            }
        });
    }

    private static void addStubborn(FaultTable table) {
        table.add("REGISTRATION-APPENDS", Appending::new);
        table.add("DEREGISTRATION-DOES-NOTHING", () -> new RegistrationMemory() {
            @Override
            boolean skipsDeletion(String id) {
                return known().contains(id);
            }
        });
        table.add("REGISTRATION-SECOND-409", () -> new Refusing(409));
        table.add("REGISTRATION-AGAIN-409", () -> new Refusing(409));
        table.add("REGISTRATION-AGAIN-500", () -> new Refusing(500));
        table.add("REGISTRATION-UPDATED-ONCE", UpdatedOnce::new);
        table.add("REREGISTRATION-409", () -> new Refusing(409) {
            @Override
            void put(String id, Optional<String> before, String endpoint) {}

            @Override
            void deleted(String id, String endpoint) {
                unwelcome.add(id);
            }
        });
    }

    private static void addAboutEndpoints(FaultTable table) {
        table.add("REGISTRATION-KEEPS-OLD-ENDPOINT", OldEndpoint::new);
        table.add("REGISTRATION-TAKES-EFFECT-LATE", () -> new OldEndpoint() {
            @Override
            public List<Callback> outgoing(Callback callback) {
                List<Callback> instead = super.outgoing(callback);
                old.remove(callback.base());
                return instead;
            }
        });
        table.add("REGISTRATION-CALLS-BOTH-ENDPOINTS", () -> new OldEndpoint() {
            @Override
            public List<Callback> outgoing(Callback callback) {
                List<Callback> instead = super.outgoing(callback);
                return instead.contains(callback) ? instead : List.of(callback, instead.get(0));
            }
        });
        table.add("DEREGISTRATION-CALLBACKS-GO-ON", Lingering::new);
        table.add("REREGISTRATION-WITHOUT-CALLBACKS", Silenced::new);
    }

    /** Control planes that seem unknown, and hear nothing. */
    private static class Gone extends RegistrationMemory {

        final Set<String> ids = ConcurrentHashMap.newKeySet();

        @Override
        boolean seemsUnknown(String id, Request request) {
            return ids.contains(id);
        }

        @Override
        public List<Callback> outgoing(Callback callback) {
            boolean gone = ids.stream()
                    .anyMatch(id -> endpoint(id).filter(callback.base()::equals).isPresent());
            return gone ? List.of() : List.of(callback);
        }
    }

    /** Stores an update beside what it should replace, so that each has to be deleted on its own. */
    private static final class Appending extends RegistrationMemory {

        private final Map<String, Integer> more = new HashMap<>();

        @Override
        void put(String id, Optional<String> before, String endpoint) {
            more.put(id, before.isPresent() ? more.getOrDefault(id, 0) + 1 : 0);
        }

        @Override
        boolean skipsDeletion(String id) {
            int left = more.getOrDefault(id, 0);
            more.put(id, Math.max(0, left - 1));
            return left > 0;
        }
    }

    /** Refuses to register who is registered already. */
    private static class Refusing extends RegistrationMemory {

        final Set<String> unwelcome = ConcurrentHashMap.newKeySet();
        private final int status;

        Refusing(int status) {
            this.status = status;
        }

        @Override
        void put(String id, Optional<String> before, String endpoint) {
            unwelcome.add(id);
        }

        @Override
        void deleted(String id, String endpoint) {
            unwelcome.remove(id);
        }

        @Override
        public synchronized Answer finished(Exchange exchange, Answer answer) {
            Set<String> before = Set.copyOf(unwelcome);
            Answer usual = super.finished(exchange, answer);
            boolean again = exchange.is(Operation.REGISTER)
                    && exchange.refusal().isEmpty()
                    && before.stream().anyMatch(exchange.request().text()::contains);
            return again ? Answer.empty(status) : usual;
        }
    }

    /** Takes one update of each control plane and no other. */
    private static final class UpdatedOnce extends RegistrationMemory {

        private final Map<String, Integer> updates = new HashMap<>();

        @Override
        void put(String id, Optional<String> before, String endpoint) {
            updates.merge(id, before.isPresent() ? 1 : 0, Integer::sum);
        }

        @Override
        void deleted(String id, String endpoint) {
            updates.remove(id);
        }

        @Override
        public synchronized Answer finished(Exchange exchange, Answer answer) {
            Answer usual = super.finished(exchange, answer);
            boolean message = exchange.is(Operation.REGISTER) || exchange.is(Operation.REPLACE_REGISTRATION);
            String text = exchange.request().text();
            boolean tooMany =
                    updates.entrySet().stream().anyMatch(each -> each.getValue() > 1 && text.contains(each.getKey()));
            return message && tooMany && exchange.refusal().isEmpty() ? Answer.empty(409) : usual;
        }
    }

    /** Goes by the endpoint that an update has replaced. */
    private static class OldEndpoint extends RegistrationMemory {

        /** From an endpoint to the one that it replaced. */
        final Map<String, String> old = new ConcurrentHashMap<>();

        @Override
        void put(String id, Optional<String> before, String endpoint) {
            old.remove(endpoint);
            before.filter(each -> !each.equals(endpoint)).ifPresent(each -> old.put(endpoint, each));
        }

        @Override
        public List<Callback> outgoing(Callback callback) {
            String other = old.get(callback.base());
            return List.of(other == null ? callback : callback.withBase(other));
        }
    }

    /** Asks for nothing but remembers the endpoint: the deletion is told and not made. */
    private static final class Lingering extends RegistrationMemory {

        private final Set<String> ids = new HashSet<>();

        @Override
        boolean skipsDeletion(String id) {
            return known().contains(id) && ids.add(id);
        }

        @Override
        void put(String id, Optional<String> before, String endpoint) {
            ids.remove(id);
        }

        @Override
        boolean seemsUnknown(String id, Request request) {
            return ids.contains(id);
        }
    }

    /** Calls nobody back who was deleted once, for as long as the endpoint is the same. */
    private static final class Silenced extends RegistrationMemory {

        private final Set<String> endpoints = ConcurrentHashMap.newKeySet();

        @Override
        void deleted(String id, String endpoint) {
            endpoints.add(endpoint);
        }

        @Override
        public List<Callback> outgoing(Callback callback) {
            return endpoints.contains(callback.base()) ? List.of() : List.of(callback);
        }
    }
}
