package org.dpstck.reference.hook;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dpstck.reference.authorization.Check;
import org.dpstck.reference.authorization.GrantRequest;
import org.dpstck.reference.authorization.Scheme;
import org.dpstck.reference.callback.Callback;
import org.dpstck.reference.flow.DataFlow;
import org.dpstck.reference.flow.Decision;
import org.dpstck.reference.flow.FlowRequest;
import org.dpstck.reference.flow.Pace;
import org.dpstck.reference.flow.Signal;
import org.dpstck.reference.http.Answer;
import org.dpstck.reference.http.Exchange;
import org.dpstck.reference.http.Request;

/** All hooks of one data plane, asked in order; without any, everything passes through unchanged. */
public final class Hooks {

    private final List<RequestHook> requests;
    private final List<AnswerHook> answers;
    private final List<TransitionHook> transitions;
    private final List<CallbackHook> callbacks;
    private final List<FlowHook> flows;
    private final List<AuthorizationHook> authorizations;
    private final List<RuleHook> rules;

    /** Sorts the hooks by the forms they implement. */
    public Hooks(List<Hook> hooks) {
        requests = only(hooks, RequestHook.class);
        answers = only(hooks, AnswerHook.class);
        transitions = only(hooks, TransitionHook.class);
        callbacks = only(hooks, CallbackHook.class);
        flows = only(hooks, FlowHook.class);
        authorizations = only(hooks, AuthorizationHook.class);
        rules = only(hooks, RuleHook.class);
    }

    private static <H extends Hook> List<H> only(List<Hook> hooks, Class<H> form) {
        return hooks.stream().filter(form::isInstance).map(form::cast).toList();
    }

    public Request received(Request request) {
        Request current = request;
        for (RequestHook hook : requests) {
            current = hook.received(current);
        }
        return current;
    }

    public Answer finished(Exchange exchange, Answer answer) {
        Answer current = answer;
        for (AnswerHook hook : answers) {
            current = hook.finished(exchange, current);
        }
        return current;
    }

    public Decision decided(DataFlow flow, Signal signal, Decision decision) {
        Decision current = decision;
        for (TransitionHook hook : transitions) {
            current = hook.decided(flow, signal, current);
        }
        return current;
    }

    public List<Callback> outgoing(Callback callback) {
        Stream<Callback> current = Stream.of(callback);
        for (CallbackHook hook : callbacks) {
            current = current.flatMap(each -> hook.outgoing(each).stream());
        }
        return current.toList();
    }

    public boolean isDue(DataFlow flow, Signal signal, boolean due) {
        boolean current = due;
        for (CallbackHook hook : callbacks) {
            current = hook.isDue(flow, signal, current);
        }
        return current;
    }

    public boolean isReported(DataFlow flow, Signal refused) {
        return callbacks.stream().anyMatch(hook -> hook.isReported(flow, refused));
    }

    public String id(FlowRequest request, String proposed) {
        String current = proposed;
        for (FlowHook hook : flows) {
            current = hook.id(request, current);
        }
        return current;
    }

    public Pace pace(FlowRequest request, Pace proposed) {
        Pace current = proposed;
        for (FlowHook hook : flows) {
            current = hook.pace(request, current);
        }
        return current;
    }

    public Duration pending(Duration proposed) {
        Duration current = proposed;
        for (FlowHook hook : flows) {
            current = hook.pending(current);
        }
        return current;
    }

    public boolean keeps(DataFlow flow) {
        return flows.stream().allMatch(hook -> hook.keeps(flow));
    }

    public boolean skips(Check check) {
        return authorizations.stream().anyMatch(hook -> hook.skips(check));
    }

    public List<Scheme> updated(List<Scheme> before, List<Scheme> now) {
        List<Scheme> current = now;
        for (AuthorizationHook hook : authorizations) {
            current = hook.updated(before, current);
        }
        return current;
    }

    public JWKSet usable(JWKSet set) {
        JWKSet current = set;
        for (AuthorizationHook hook : authorizations) {
            current = hook.usable(current);
        }
        return current;
    }

    public GrantRequest granting(GrantRequest request) {
        GrantRequest current = request;
        for (AuthorizationHook hook : authorizations) {
            current = hook.granting(current);
        }
        return current;
    }

    public boolean isFresh(boolean fresh) {
        boolean current = fresh;
        for (AuthorizationHook hook : authorizations) {
            current = hook.isFresh(current);
        }
        return current;
    }

    public Map<String, String> carried(Scheme scheme, Map<String, String> headers) {
        Map<String, String> current = headers;
        for (AuthorizationHook hook : authorizations) {
            current = hook.carried(scheme, current);
        }
        return current;
    }

    public boolean keeps(Rule rule) {
        return rules.stream().allMatch(hook -> hook.keeps(rule));
    }
}
