package resend

import "net/http"

// refusal is an error as Resend writes it. Its names and statuses are those of https://resend.com/docs/api-reference/errors.
type refusal struct {
	StatusCode int    `json:"statusCode"`
	Name       string `json:"name"`
	Message    string `json:"message"`
}

func (r refusal) write(w http.ResponseWriter) { answer(w, r.StatusCode, r) }

func invalid(status int, name, message string) *refusal { return &refusal{status, name, message} }

var (
	badKey             = refusal{http.StatusBadRequest, "invalid_idempotency_key", "The key must be between 1-256 chars."}
	missingAPIKey      = refusal{http.StatusUnauthorized, "missing_api_key", "Missing API key in the authorization header."}
	invalidAPIKey      = refusal{http.StatusForbidden, "invalid_api_key", "API key is invalid."}
	notFound           = refusal{http.StatusNotFound, "not_found", "The requested endpoint does not exist."}
	emailNotFound      = refusal{http.StatusNotFound, "not_found", "Email not found."}
	methodNotAllowed   = refusal{http.StatusMethodNotAllowed, "method_not_allowed", "Method is not allowed for the requested path."}
	otherRequest       = refusal{http.StatusConflict, "invalid_idempotent_request", "Same idempotency key used with a different request payload."}
	concurrentRequests = refusal{http.StatusConflict, "concurrent_idempotent_requests", "Same idempotency key used while original request is still in progress."}
	validationError    = refusal{http.StatusUnprocessableEntity, "validation_error", "Invalid `to` field."}
	notJSON            = refusal{http.StatusBadRequest, "validation_error", "The request body is not valid JSON."}
	rateLimited        = refusal{http.StatusTooManyRequests, "rate_limit_exceeded", "Too many requests. Please limit the number of requests per second. Or contact support to increase rate limit."}
	quotaExceeded      = refusal{http.StatusTooManyRequests, "daily_quota_exceeded", "You have reached your daily email sending quota."}
	internalError      = refusal{http.StatusInternalServerError, "internal_server_error", "An unexpected error occurred."}
	unavailable        = refusal{http.StatusServiceUnavailable, "application_error", "The service is unavailable. Please try again later."}
)
