/** What an act of a user asks of listing-service's database, captured from the running server and written for pgbench. */
package lockstep.e2e.statements;
