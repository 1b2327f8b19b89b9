/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "ala-key-maker.h"

struct _AlaKeyMaker
{
  GObject parent_instance;

  AlaKeyPair *spare;
  GCancellable *cancellable;
  gboolean making;
  GTask *waiting; /* (nullable): who wants the pair that is being made ahead */
};

G_DEFINE_FINAL_TYPE (AlaKeyMaker, ala_key_maker, G_TYPE_OBJECT)

static void
on_spare_made (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (AlaKeyMaker) self = user_data;
  g_autoptr (GTask) waiting = g_steal_pointer (&self->waiting);
  g_autoptr (GError) error = NULL;
  g_autoptr (AlaKeyPair) pair = ala_key_pair_generate_finish (result, &error);

  self->making = FALSE;
  if (waiting == NULL)
    self->spare = g_steal_pointer (&pair); /* without one the next person waits: no reason to complain now */
  else if (pair != NULL)
    g_task_return_pointer (waiting, g_steal_pointer (&pair), g_object_unref);
  else
    g_task_return_error (waiting, g_steal_pointer (&error));
}

static void
on_made (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  AlaKeyPair *pair = ala_key_pair_generate_finish (result, &error);

  if (pair != NULL)
    g_task_return_pointer (task, pair, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
ala_key_maker_take_async (AlaKeyMaker         *self,
                          guint                bits,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ALA_IS_KEY_MAKER (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ala_key_maker_take_async);

  if (self->spare != NULL && ala_key_pair_get_bits (self->spare) == bits)
    g_task_return_pointer (task, g_steal_pointer (&self->spare), g_object_unref);
  else if (self->making && self->waiting == NULL && bits == ALA_KEY_BITS_DEFAULT)
    self->waiting = g_steal_pointer (&task);
  else
    ala_key_pair_generate_async (bits, cancellable, on_made, g_steal_pointer (&task));
}

AlaKeyPair *
ala_key_maker_take_finish (AlaKeyMaker   *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

AlaKeyMaker *
ala_key_maker_new (void)
{
  AlaKeyMaker *self = g_object_new (ALA_TYPE_KEY_MAKER, NULL);

  self->making = TRUE;
  ala_key_pair_generate_async (ALA_KEY_BITS_DEFAULT, self->cancellable, on_spare_made, g_object_ref (self));
  return self;
}

static void
ala_key_maker_dispose (GObject *object)
{
  AlaKeyMaker *self = ALA_KEY_MAKER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->spare);

  G_OBJECT_CLASS (ala_key_maker_parent_class)->dispose (object);
}

static void
ala_key_maker_class_init (AlaKeyMakerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ala_key_maker_dispose;
}

static void
ala_key_maker_init (AlaKeyMaker *self)
{
  self->cancellable = g_cancellable_new ();
}
