using System.Collections.Generic;
using System.Globalization;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Cluster.Tunnel;

/// <summary>Reads what was said about a tunnel.</summary>
internal static class TunnelReader
{
    private const int MaximumPort = 65535;

    /// <summary>A host name of one label or more, or an IPv4 address.</summary>
    public static string Host(string? text, string parameter, List<InputFault> faults)
    {
        if (text is not null && IPv4Text.Is(text))
        {
            return text;
        }

        if (!NameSyntax.TryNormalise(text, parameter, out string? name, out InputFault? fault))
        {
            faults.Add(fault.Id == FaultIds.IpAddressWhereHostExpected
                ? new InputFault(FaultIds.AddressInvalid, parameter, text,
                    $"'{VisibleText.Short(text!)}' is not an IPv4 address. Give a name or an IPv4 address: the port follows the host after "
                        + "a colon, which an IPv6 address has itself.")
                : fault);
            return string.Empty;
        }

        return name;
    }

    public static void RefusePort(int port, string parameter, List<InputFault> faults)
    {
        if (port is < 1 or > MaximumPort)
        {
            faults.Add(new InputFault(FaultIds.ValueOutOfRange, parameter, port,
                string.Format(CultureInfo.InvariantCulture, "{0} is not a port. Ports go from 1 to {1}.", port, MaximumPort)));
        }
    }

    /// <summary>A colon is refused as well, because it would make a password part of the line.</summary>
    public static void RefuseUser(AdminTunnelInput input, List<InputFault> faults)
    {
        if (input.UserName is not { } user)
        {
            return;
        }

        if (user.IndexOf(':') >= 0)
        {
            // The value may hold a password, so it goes into no message and no record.
            faults.Add(new InputFault(FaultIds.NameBadCharacter, nameof(input.UserName), null,
                "The user name has a colon. Give the name alone: a password never belongs into the line."));
        }
        else
        {
            RefuseText(user, nameof(input.UserName), input.Shell, faults);
        }
    }

    public static void RefuseIdentity(AdminTunnelInput input, List<InputFault> faults)
    {
        if (input.IdentityFile is { } file)
        {
            RefuseText(file, nameof(input.IdentityFile), input.Shell, faults);
        }
    }

    private static void RefuseText(string text, string parameter, TunnelShell shell, List<InputFault> faults)
    {
        // Windows PowerShell hands on broken what has a double quote, or ends in a backslash; a hyphen in front makes a switch of any
        // value.
        bool isRefused = text.Length == 0 || text[0] == '-' || !PosixLiteral.CanQuote(text)
            || (shell == TunnelShell.Cmd && !CmdLiteral.CanQuote(text))
            || (shell == TunnelShell.PowerShell && (text.IndexOf('"') >= 0 || text[text.Length - 1] == '\\'));
        if (isRefused)
        {
            faults.Add(new InputFault(
                FaultIds.TextNotForShell, parameter, text,
                $"'{VisibleText.Short(text)}' cannot stand in a line for {shell}: it is empty, begins with a hyphen, or has a character "
                    + "that no quoting carries there."));
        }
    }
}
