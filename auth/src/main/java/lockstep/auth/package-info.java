/** Who is acting, from which agency, and what they may see: shared by both services and the pages, knows no workflow. */
package lockstep.auth;
