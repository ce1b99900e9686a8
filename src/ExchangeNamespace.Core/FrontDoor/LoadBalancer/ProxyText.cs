using System;
using System.Globalization;
using System.Text;

namespace ExchangeNamespace.FrontDoor.LoadBalancer;

/// <summary>What both formats write alike: times and comments.</summary>
internal static class ProxyText
{
    /// <summary>A time in the largest unit that has no rest.</summary>
    public static string Time(TimeSpan time)
    {
        long milliseconds = (long)time.TotalMilliseconds;
        (long number, string unit) = milliseconds % 60_000 == 0 ? (milliseconds / 60_000, "m")
            : milliseconds % 1000 == 0 ? (milliseconds / 1000, "s")
            : (milliseconds, "ms");
        return number.ToString(CultureInfo.InvariantCulture) + unit;
    }

    /// <summary>A comment line: nothing that could end it and nothing beyond ASCII.</summary>
    public static string Comment(string text)
    {
        StringBuilder builder = new("# ");
        foreach (char c in text)
        {
            builder.Append(c is >= ' ' and <= '~' ? c : '?');
        }

        return builder.ToString().TrimEnd();
    }
}
