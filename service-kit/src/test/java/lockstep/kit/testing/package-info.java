/** What the services' tests stand on: a real database, an identity provider that signs what a test asks for, and tokens. */
package lockstep.kit.testing;
