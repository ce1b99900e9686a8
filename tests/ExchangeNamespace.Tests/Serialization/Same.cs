using System;
using System.Collections;
using System.Linq;
using System.Reflection;
using ExchangeNamespace.Model;
using Xunit;

namespace ExchangeNamespace.Tests.Serialization;

/// <summary>Compares two object trees by every public property.</summary>
internal static class Same
{
    public static void Check(object? expected, object? actual, string path = "plan")
    {
        if (expected is null || actual is null || expected is string or IConvertible or Fqdn or ExchangeVersion)
        {
            Assert.True(Equals(expected, actual), $"{path}: '{expected}' became '{actual}'");
            return;
        }

        if (expected is IEnumerable items)
        {
            object?[] left = [.. items.Cast<object?>()];
            object?[] right = [.. ((IEnumerable)actual).Cast<object?>()];
            Assert.True(left.Length == right.Length, $"{path}: {left.Length} items became {right.Length}");
            for (int i = 0; i < left.Length; i++)
            {
                Check(left[i], right[i], $"{path}[{i}]");
            }

            return;
        }

        foreach (PropertyInfo property in expected.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            Check(property.GetValue(expected), property.GetValue(actual), path + "." + property.Name);
        }
    }
}
