using System.Text;
using ExchangeNamespace.Kerberos;

namespace ExchangeNamespace.Fuzzing.Targets;

/// <summary>The output of setspn gives accounts with names, and nothing else.</summary>
internal static class SetSpnTarget
{
    public static void Read(byte[] bytes)
    {
        SpnListing listing = new();
        listing.Read(Encoding.UTF8.GetString(bytes));
        foreach ((string account, string name) in listing.All)
        {
            Must.Hold(account.Length > 0 && name.Contains('/'), "No principal name: " + name);
        }
    }
}
