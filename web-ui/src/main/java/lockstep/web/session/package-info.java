/** Logins: tokens kept sealed in web-ui's own database, logging out everywhere, and the way back after a stronger login. */
package lockstep.web.session;
