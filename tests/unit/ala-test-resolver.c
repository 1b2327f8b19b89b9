/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-test-resolver.h"

#include <gio/gio.h>

#define ALA_TYPE_TEST_RESOLVER (ala_test_resolver_get_type ())
G_DECLARE_FINAL_TYPE (AlaTestResolver, ala_test_resolver, ALA, TEST_RESOLVER, GResolver)

struct _AlaTestResolver
{
  GResolver parent_instance;
};

G_DEFINE_FINAL_TYPE (AlaTestResolver, ala_test_resolver, G_TYPE_RESOLVER)

static void
ala_test_resolver_lookup_async (GResolver                *resolver,
                                const char               *hostname,
                                GResolverNameLookupFlags  flags,
                                GCancellable             *cancellable,
                                GAsyncReadyCallback       callback,
                                gpointer                  user_data)
{
  g_autoptr (GTask) task = g_task_new (resolver, cancellable, callback, user_data);

  if (g_str_equal (hostname, ALA_TEST_RESOLVER_HOST))
    g_task_return_pointer (task, g_list_append (NULL, g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4)), NULL);
  else
    g_task_return_new_error (task, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, "%s is not known", hostname);
}

static void
ala_test_resolver_lookup_default_async (GResolver           *resolver,
                                        const char          *hostname,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  ala_test_resolver_lookup_async (resolver, hostname, 0, cancellable, callback, user_data);
}

static GList *
ala_test_resolver_lookup_finish (GResolver     *resolver,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
ala_test_resolver_class_init (AlaTestResolverClass *klass)
{
  GResolverClass *resolver_class = G_RESOLVER_CLASS (klass);

  resolver_class->lookup_by_name_async = ala_test_resolver_lookup_default_async;
  resolver_class->lookup_by_name_finish = ala_test_resolver_lookup_finish;
  resolver_class->lookup_by_name_with_flags_async = ala_test_resolver_lookup_async;
  resolver_class->lookup_by_name_with_flags_finish = ala_test_resolver_lookup_finish;
}

static void
ala_test_resolver_init (AlaTestResolver *self)
{
}

void
ala_test_resolver_install (void)
{
  g_autoptr (GResolver) resolver = g_object_new (ALA_TYPE_TEST_RESOLVER, NULL);

  g_resolver_set_default (resolver);
}
