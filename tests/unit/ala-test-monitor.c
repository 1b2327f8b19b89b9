/* SPDX-FileCopyrightText: 2026 The Applink Assistant authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ala-test-monitor.h"

#include <gio/gio.h>

#define NAME "ala-test"

static gboolean is_available = TRUE;

#define ALA_TYPE_TEST_MONITOR (ala_test_monitor_get_type ())
G_DECLARE_FINAL_TYPE (AlaTestMonitor, ala_test_monitor, ALA, TEST_MONITOR, GObject)

struct _AlaTestMonitor
{
  GObject parent_instance;
};

enum
{
  PROP_0,
  PROP_NETWORK_AVAILABLE,
  PROP_NETWORK_METERED,
  PROP_CONNECTIVITY,
};

static gboolean
ala_test_monitor_initable_init (GInitable     *initable,
                                GCancellable  *cancellable,
                                GError       **error)
{
  return TRUE;
}

static void
ala_test_monitor_initable_iface_init (GInitableIface *iface)
{
  iface->init = ala_test_monitor_initable_init;
}

static void
ala_test_monitor_iface_init (GNetworkMonitorInterface *iface)
{
}

G_DEFINE_FINAL_TYPE_WITH_CODE (AlaTestMonitor, ala_test_monitor, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_INITABLE, ala_test_monitor_initable_iface_init)
                               G_IMPLEMENT_INTERFACE (G_TYPE_NETWORK_MONITOR, ala_test_monitor_iface_init))

static void
ala_test_monitor_get_property (GObject    *object,
                               guint       id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_NETWORK_AVAILABLE:
      g_value_set_boolean (value, is_available);
      break;
    case PROP_NETWORK_METERED:
      g_value_set_boolean (value, FALSE);
      break;
    case PROP_CONNECTIVITY:
      g_value_set_enum (value, is_available ? G_NETWORK_CONNECTIVITY_FULL : G_NETWORK_CONNECTIVITY_LOCAL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ala_test_monitor_class_init (AlaTestMonitorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ala_test_monitor_get_property;
  g_object_class_override_property (object_class, PROP_NETWORK_AVAILABLE, "network-available");
  g_object_class_override_property (object_class, PROP_NETWORK_METERED, "network-metered");
  g_object_class_override_property (object_class, PROP_CONNECTIVITY, "connectivity");
}

static void
ala_test_monitor_init (AlaTestMonitor *self)
{
}

void
ala_test_monitor_install (void)
{
  /* Whoever asks first has the extension point registered by GIO. */
  g_setenv ("GIO_USE_NETWORK_MONITOR", NAME, TRUE);
  g_io_extension_point_register (G_NETWORK_MONITOR_EXTENSION_POINT_NAME);
  g_io_extension_point_implement (G_NETWORK_MONITOR_EXTENSION_POINT_NAME, ALA_TYPE_TEST_MONITOR, NAME, 0);
  g_assert_true (ALA_IS_TEST_MONITOR (g_network_monitor_get_default ()));
}

void
ala_test_monitor_set_available (gboolean available)
{
  is_available = available;
}
