using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.MemberReading;
using ExchangeNamespace.Model;
using static ExchangeNamespace.State.CapturedNames;

namespace ExchangeNamespace.State;

/// <summary>Reads the settings of one service: a virtual directory, Outlook Anywhere, or the service connection point.</summary>
internal static class ServiceRow
{
    /// <summary>A virtual directory.</summary>
    public static void Directory(StateKindDefinition kind, MemberReader row, StateBuilder builder)
    {
        int before = row.Faults.Count;
        Captured<string> identity = row.CapturedText("Identity");
        Captured<string> name = row.CapturedText("Name");
        string? server = row.ServerOf("Server",
            FirstKnown(row.CapturedText("Server"), row.CapturedText("ServerName"), ServerPart(identity)));
        string? directory = FirstKnown(DirectoryPart(identity), name).Value;
        if (server is not null && directory is not null)
        {
            CapturedService captured = Of(kind, row, builder, server, server + "\\" + directory, IsDefault(kind, directory));
            if (row.Faults.Count == before)
            {
                (kind.Service is null ? builder.AutodiscoverDirectories : builder.Services).Add(captured);
            }
        }
        else if (row.Faults.Count == before)
        {
            row.Refuse(FaultIds.StateObjectIncomplete, "Identity", identity.Value,
                "does not tell the server and the object. Capture Identity, Name and Server too.");
        }
    }

    /// <summary>A Client Access server, whose setting is the service connection point.</summary>
    public static void ConnectionPoint(StateKindDefinition kind, MemberReader row, StateBuilder builder)
    {
        int before = row.Faults.Count;
        if (row.ServerOf("Name", FirstKnown(row.CapturedText("Name"), row.CapturedText("Identity"))) is { } server)
        {
            CapturedService captured = Of(kind, row, builder, server, server, isDefault: true);
            if (row.Faults.Count == before)
            {
                builder.Services.Add(captured);
            }
        }
    }

    private static CapturedService Of(StateKindDefinition kind, MemberReader row, StateBuilder builder, string server, string identity,
        bool isDefault) => new()
    {
        Server = builder.Shared(server),
        Service = kind.Service ?? ClientService.Autodiscover,
        Identity = identity,
        IsDefault = isDefault,
        Internal = FirstCaptured(kind.InternalNames, row.CapturedText),
        External = FirstCaptured(kind.ExternalNames, row.CapturedText),
        SiteScope = FirstCaptured(kind.SiteScopeNames, row.CapturedItems),
        Settings = Settings(kind, row, builder),
    };

    /// <summary>A setting that the versions name differently.</summary>
    private static Captured<T> FirstCaptured<T>(IReadOnlyList<string> names, Func<string, Captured<T>> read)
    {
        foreach (string name in names)
        {
            if (read(name) is { IsCaptured: true } value)
            {
                return value;
            }
        }

        return default;
    }

    private static bool IsDefault(StateKindDefinition kind, string directory) => kind.Service is not null
        && kind.Dialects.Any(d => string.Equals(d.VirtualDirectory, directory, StringComparison.OrdinalIgnoreCase));

    private static IReadOnlyDictionary<string, Captured<IReadOnlyList<string>>> Settings(StateKindDefinition kind, MemberReader row,
        StateBuilder builder)
    {
        List<(string, Captured<IReadOnlyList<string>>)> settings = new(kind.SettingNames.Count);
        foreach (string property in kind.SettingNames)
        {
            if (row.CapturedSetting(property) is { IsCaptured: true } value)
            {
                settings.Add((property, builder.Shared(value)));
            }
        }

        return builder.Shared(kind.Kind, settings);
    }
}
