package org.copse.server.permission;

/** What an account is there for. An account may have several; none implies another. */
public enum Role {
    /** Imports layers, makes and publishes plans. */
    PLANNER,
    /** Takes data in and out; publishes nothing. */
    ANALYST,
    /** Polices a beat. */
    OFFICER,
    /** Leads a sector's officers. */
    SUPERVISOR,
    /** Reads who did what. */
    AUDITOR,
    /** Manages accounts and the installation. */
    ADMIN
}
