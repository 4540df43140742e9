/** The case library: what earlier customers got out of it, told so that others can be told. */
package talktrack.api.cases;
