/** Starts a whole Lockstep on one machine and ends it again: PostgreSQL, Keycloak and the three services. */
package lockstep.local;
