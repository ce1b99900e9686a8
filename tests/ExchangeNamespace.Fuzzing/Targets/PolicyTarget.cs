using System.Text;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Mail.Policies;

namespace ExchangeNamespace.Fuzzing.Targets;

/// <summary>The policy of MTA-STS and a report address are read, or refused with a reason.</summary>
internal static class PolicyTarget
{
    public static void Read(byte[] bytes)
    {
        MtaStsPolicy? policy = MtaStsReader.Read(bytes, out string? fault);
        Must.Hold(policy is null == fault is not null, "A policy is read or refused.");
        Must.BeShown(fault ?? string.Empty);
        string text = Encoding.Latin1.GetString(bytes);
        if (!ReportAddress.TryParse(text, "Address", mayBeWeb: true, out _, out InputFault? refused))
        {
            Must.BeShown(refused!.Message);
        }
    }
}
