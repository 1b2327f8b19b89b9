/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-practice-jira.h"

#include "ala-practice-create-meta.h"
#include "ala-practice-projects.h"
#include "ala-practice-server.h"
#include "ala-practice-state.h"

struct _AlaPracticeJira
{
  GObject parent_instance;

  AlaPracticeState *state;
  AlaPracticeServer *server;
  char *url;
};

G_DEFINE_FINAL_TYPE (AlaPracticeJira, ala_practice_jira, G_TYPE_OBJECT)

static void
ala_practice_jira_dispose (GObject *object)
{
  AlaPracticeJira *self = ALA_PRACTICE_JIRA (object);

  g_clear_pointer (&self->server, ala_practice_server_free);

  G_OBJECT_CLASS (ala_practice_jira_parent_class)->dispose (object);
}

static void
ala_practice_jira_finalize (GObject *object)
{
  AlaPracticeJira *self = ALA_PRACTICE_JIRA (object);

  ala_practice_state_free (self->state);
  g_free (self->url);

  G_OBJECT_CLASS (ala_practice_jira_parent_class)->finalize (object);
}

static void
ala_practice_jira_class_init (AlaPracticeJiraClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ala_practice_jira_dispose;
  object_class->finalize = ala_practice_jira_finalize;
}

static void
ala_practice_jira_init (AlaPracticeJira *self)
{
  self->state = ala_practice_state_new (ala_practice_generation_find (ALA_PRACTICE_GENERATION));
}

static AlaPracticeJira *
start (guint     port,
       gboolean  secure,
       GError  **error)
{
  g_autoptr (AlaPracticeJira) self = g_object_new (ALA_TYPE_PRACTICE_JIRA, NULL);

  self->server = ala_practice_server_new (self->state, port, secure, error);
  if (self->server == NULL)
    return NULL;
  self->state->origin = g_strdup_printf ("%s://127.0.0.1:%u", secure ? "https" : "http",
                                         ala_practice_server_get_port (self->server));
  self->url = g_strconcat (self->state->origin, ALA_PRACTICE_CONTEXT, NULL);

  return g_steal_pointer (&self);
}

AlaPracticeJira *
ala_practice_jira_new (guint    port,
                       GError **error)
{
  g_return_val_if_fail (port <= G_MAXUINT16, NULL);

  return start (port, FALSE, error);
}

AlaPracticeJira *
ala_practice_jira_new_secure (guint    port,
                              GError **error)
{
  g_return_val_if_fail (port <= G_MAXUINT16, NULL);

  return start (port, TRUE, error);
}

const char *
ala_practice_jira_get_ca_pem (AlaPracticeJira *self)
{
  g_return_val_if_fail (ALA_IS_PRACTICE_JIRA (self), NULL);

  return ala_practice_server_get_ca_pem (self->server);
}

const char *
ala_practice_jira_get_url (AlaPracticeJira *self)
{
  g_return_val_if_fail (ALA_IS_PRACTICE_JIRA (self), NULL);

  return self->url;
}

gboolean
ala_practice_jira_set_generation (AlaPracticeJira *self,
                                  const char      *generation)
{
  const AlaPracticeGeneration *found;

  g_return_val_if_fail (ALA_IS_PRACTICE_JIRA (self), FALSE);
  g_return_val_if_fail (generation != NULL, FALSE);

  found = ala_practice_generation_find (generation);
  if (found == NULL)
    return FALSE;

  self->state->generation = found;
  return TRUE;
}

const char *
ala_practice_jira_get_generation (AlaPracticeJira *self)
{
  g_return_val_if_fail (ALA_IS_PRACTICE_JIRA (self), NULL);

  return self->state->generation->id;
}

const char * const *
ala_practice_jira_list_generations (void)
{
  return ala_practice_generation_list ();
}

gboolean
ala_practice_jira_set_fault (AlaPracticeJira *self,
                             const char      *fault,
                             gboolean         on)
{
  AlaPracticeFault found;

  g_return_val_if_fail (ALA_IS_PRACTICE_JIRA (self), FALSE);
  g_return_val_if_fail (fault != NULL, FALSE);

  found = ala_practice_fault_find (fault);
  if (found == ALA_PRACTICE_N_FAULTS)
    return FALSE;

  self->state->faults[found] = on;
  ala_practice_server_update_certificate (self->server);

  return TRUE;
}

const char * const *
ala_practice_jira_list_faults (void)
{
  return ala_practice_fault_list ();
}

const char *
ala_practice_jira_describe_fault (const char *fault)
{
  AlaPracticeFault found;

  g_return_val_if_fail (fault != NULL, NULL);

  found = ala_practice_fault_find (fault);

  return found < ALA_PRACTICE_N_FAULTS ? ala_practice_fault_get_how (found) : NULL;
}

void
ala_practice_jira_set_latency (AlaPracticeJira *self,
                               guint            milliseconds)
{
  g_return_if_fail (ALA_IS_PRACTICE_JIRA (self));

  ala_practice_server_set_latency (self->server, milliseconds);
}

void
ala_practice_jira_set_clock (AlaPracticeJira *self,
                             gint64           seconds)
{
  g_return_if_fail (ALA_IS_PRACTICE_JIRA (self));

  self->state->clock = seconds;
}

void
ala_practice_jira_set_n_projects (AlaPracticeJira *self,
                                  guint            n)
{
  g_return_if_fail (ALA_IS_PRACTICE_JIRA (self));
  g_return_if_fail (n <= ALA_PRACTICE_PROJECTS_MOST);

  g_array_unref (self->state->projects);
  self->state->projects = ala_practice_projects_new (n);
}

void
ala_practice_jira_set_n_fields (AlaPracticeJira *self,
                                guint            n)
{
  g_return_if_fail (ALA_IS_PRACTICE_JIRA (self));
  g_return_if_fail (n <= ALA_PRACTICE_FIELDS_MOST);

  self->state->n_fields = n;
}

gboolean
ala_practice_jira_add_link (AlaPracticeJira  *self,
                            const char       *name,
                            const char       *consumer_key,
                            const char       *public_key,
                            const char       *callback,
                            GError          **error)
{
  g_autoptr (AlaPublicKey) key = NULL;
  AlaPracticeLinks *links;
  AlaPracticeLink *link;

  g_return_val_if_fail (ALA_IS_PRACTICE_JIRA (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  links = self->state->links;
  if (consumer_key != NULL
      && !ala_practice_links_check_consumer (links, NULL, consumer_key, name, public_key, callback, &key, error))
    return FALSE;

  link = ala_practice_links_add (links, name, NULL, "Generic Application", error);
  if (link == NULL)
    return FALSE;
  if (key != NULL)
    ala_practice_link_set_consumer (link, consumer_key, name, public_key, key, callback, FALSE);

  return TRUE;
}
