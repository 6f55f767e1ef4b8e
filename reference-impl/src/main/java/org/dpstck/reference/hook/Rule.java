package org.dpstck.reference.hook;

/**
 * A rule of a transfer profile, of the retrieval of agreements or of the server that a fault can make the data plane break,
 * or a choice that such a profile leaves and a variant makes otherwise.
 */
public enum Rule {
    /** A path that cannot be read is the client's fault. */
    PATH_REFUSED,

    /** Path and query of a request for data lead on to the source, if that takes them. */
    SOURCE_PATH,
    /** A stream ends when its flow leaves STARTED. */
    STREAM_STOPS,
    /** What ends with it is the answer, and not only what it brings, which is a choice. */
    STREAM_CLOSED,
    /** The data of a push is moved once it is started. */
    PUSH_MOVES,
    /** It takes it to its own destination. */
    PUSH_OWN_DESTINATION,
    /** The token of a started pull opens its data. */
    TOKEN_OPENS,
    /** No token opens anything but one that was issued. */
    TOKEN_CHECKED,
    /** Nothing is opened without a token. */
    TOKEN_REQUIRED,
    /** A token opens the data of its own flow alone. */
    TOKEN_OWN_FLOW,
    /** Tokens have the format of a JWT. */
    TOKEN_JWT,
    /** A start after a suspension hands out a new token, which is a choice. */
    TOKEN_REPLACED,
    /** The token of a start after a suspension is a good one. */
    TOKEN_NEW_OPENS,
    /** A resumption leaves the token as it was, which is a choice of editions whose messages name no source. */
    TOKEN_KEPT_BY_RESUMPTION,
    /** What revokes the tokens of one flow leaves those of others alone. */
    TOKEN_OTHERS_KEPT,
    /** A token that a suspension has invalidated opens nothing after another start. */
    TOKEN_STAYS_REVOKED,

    /** A token is compared to its end. */
    TOKEN_ENDING,
    /** Nothing may stand behind a token. */
    TOKEN_ENDS,
    /** Below an end point a token is asked for, too. */
    TOKEN_BELOW,
    /** A POST to an end point is asked for a token before anything else. */
    TOKEN_POSTED,
    /** A request for a part of the data is asked for a token, too. */
    TOKEN_PART,
    /** A slash behind an end point changes nothing. */
    TOKEN_SLASHED,
    /** A repeated start is answered with the token that is there, or one that is revoked with it. */
    TOKEN_REPETITION_REVOKED,
    /** The token in the answer to a repeated start is a good one. */
    TOKEN_REPETITION_OPENS,
    /** Every stream of a flow ends when the flow leaves STARTED, and not the first alone. */
    STREAM_EVERY,
    /** What ends the streams of one flow leaves those of others alone whose ids begin alike. */
    STREAM_OTHERS_KEPT,
    /** It leaves those of all others alone. */
    STREAM_STRANGERS_KEPT,

    /** The end points of the HTTP profile are served over TLS. */
    WIRE_TLS,
    /** They take a bearer token from the Authorization header. */
    WIRE_BEARER,
    /** It bears the token with the scheme before it. */
    WIRE_SCHEME,
    /** They give no data while the flow is STARTING, and are not told before it is STARTED. */
    WIRE_AWAITS_START,
    /** They give no data while the flow is SUSPENDED. */
    WIRE_PAUSES,
    /** They give no data once the flow has ended. */
    WIRE_ENDS,
    /** A data address of the HTTP profile that is not HTTPS is rejected. */
    ADDRESS_HTTPS,
    /** The type of a data address of the HTTP profile is the profile. */
    ADDRESS_TYPE,
    /** End point properties that no profile defines are ignored. */
    ADDRESS_UNKNOWN_PROPERTIES,
    /** A data address need not carry a token. */
    ADDRESS_TOKEN_OPTIONAL,
    /** A data address may carry what renews its token. */
    ADDRESS_RENEWAL,
    /** A data address may carry a bearer token. */
    ADDRESS_BEARER,
    /** The HTTP profile requires no metadata. */
    METADATA_OPTIONAL,

    /** A response type that this plane does not serve is refused. */
    RESPONSE_TYPE_SERVED,
    /** A response needs a token. */
    RESPONSE_TOKEN,
    /** The token is that of the flow. */
    RESPONSE_TOKEN_OWN,
    /** The token is compared as a whole. */
    RESPONSE_TOKEN_WHOLE,
    /** The token of the flow opens its response channel. */
    RESPONSE_TAKEN,
    /** A response without a token is the client's fault. */
    RESPONSE_NO_SERVER_ERROR,
    /** A response that was taken is kept. */
    RESPONSE_KEPT,
    /** The channel is closed while its flow is SUSPENDED, which is a choice. */
    RESPONSE_PAUSES,
    /** A response that comes while the flow is SUSPENDED is no error of the server. */
    RESPONSE_PAUSES_QUIETLY,
    /** The channel is open again after a resumption. */
    RESPONSE_REOPENS,
    /** The channel is closed once its flow is TERMINATED. */
    RESPONSE_ENDS_TERMINATED,
    /** The channel is closed once its flow is COMPLETED. */
    RESPONSE_ENDS_COMPLETED,
    /** A response to data that came before the address is kept until then, which is a choice. */
    RESPONSE_STORED,
    /** A consumer that is told to respond does. */
    RESPONDS,
    /** A consumer sends its responses with the token of their channel. */
    RESPONDS_WITH_TOKEN,

    /** Tokens are renewed apart from the data, which is a choice. */
    REFRESH_APART,
    /** A renewal replaces the refresh token too, which is a choice. */
    REFRESH_ROTATES,
    /** Clients with a did:jwk are known, which is a choice. */
    REFRESH_DID_JWK,
    /** There is a server that renews. */
    REFRESH_AT_ALL,
    /** A refresh request is a POST. */
    REFRESH_POST,
    /** There is one grant that renews, and this server knows it. */
    REFRESH_GRANT,
    /** Only a refresh token that was handed out renews. */
    REFRESH_TOKEN,
    /** The client has to prove who it is. */
    REFRESH_CLIENT,
    /** The proof is signed with the key that the DID document of the client has. */
    REFRESH_SIGNATURE,
    /** The proof has not expired. */
    REFRESH_EXPIRY,
    /** The proof is meant for the provider. */
    REFRESH_AUDIENCE,
    /** The proof speaks of one client, as issuer and as subject. */
    REFRESH_SUBJECT,
    /** The proof names the access token that is to be renewed. */
    REFRESH_ACCESS_TOKEN,
    /** Whoever renews is the participant that the refresh token was bound to. */
    REFRESH_BOUND,
    /** A refresh token that replaces another one is good. */
    REFRESH_ROTATION,
    /** An answer with tokens names their type. */
    REFRESH_TOKEN_TYPE,
    /** An answer with tokens is not to be stored. */
    REFRESH_NO_STORE,
    /** A refusal names the error of OAuth. */
    REFRESH_ERROR,
    /** What is wrong with a proof is the client's fault. */
    REFRESH_NO_SERVER_ERROR,

    /** A consumer renews a token that has expired. */
    RENEWS,
    /** It uses the new token from then on. */
    RENEWS_AND_USES,
    /** It uses the new refresh token from then on. */
    RENEWS_ROTATED,
    /** It presents the refresh token. */
    RENEWS_WITH_TOKEN,
    /** It authenticates with a bearer token. */
    RENEWS_WITH_BEARER,
    /** Its proof is signed with its own key. */
    RENEWS_SIGNED,
    /** Its proof is for the provider. */
    RENEWS_AUDIENCE,
    /** Its proof names the access token. */
    RENEWS_ACCESS_TOKEN,
    /** Its proof has the DID as the subject. */
    RENEWS_SUBJECT,
    /** It renews at the end point of the data if no other is named. */
    RENEWS_AT_ENDPOINT,
    /** It renews over TLS only. */
    RENEWS_OVER_TLS,

    /** An agreement is asked for with GET. */
    AGREEMENT_GET,
    /** It is asked for at the path of the document. */
    AGREEMENT_PATH,
    /** It is asked for by the id of the transfer. */
    AGREEMENT_TRANSFER,
    /** The request carries no message. */
    AGREEMENT_NO_MESSAGE,
    /** An agreement of the Dataspace Protocol can be read. */
    AGREEMENT_READABLE
}
