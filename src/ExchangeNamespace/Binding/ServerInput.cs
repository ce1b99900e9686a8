using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;
using ExchangeNamespace.Requests;
using ExchangeNamespace.State;
using ExchangeNamespace.Text;

namespace ExchangeNamespace.Binding;

/// <summary>Recognises what a server input is: a name, a hashtable, a row, or an object of Exchange.</summary>
internal sealed class ServerInput
{
    private readonly ServerReader _reader = new();
    private int _index;

    /// <summary>Takes the servers out of the members of a design file and reads them.</summary>
    public IEnumerable<ServerReading> ReadDesign(IDictionary<string, object?> members)
    {
        const string Name = "server";
        if (!members.TryGetValue(Name, out object? servers))
        {
            yield break;
        }

        members.Remove(Name);
        foreach (object? server in servers is IReadOnlyList<object?> list ? list : [servers])
        {
            string path = NextPath();
            yield return server switch
            {
                IReadOnlyDictionary<string, object?> described => _reader.Read(described, path, strict: true),
                string name => ServerReader.Read(name, path),
                _ => new ServerReading(null, null,
                    [new InputFault(FaultIds.MemberWrongType, path, server,
                        $"{path} is not a server: give a name, or members such as name and site.")]),
            };
        }
    }

    /// <summary>Reads one input; null for one that only carries a DNS model.</summary>
    public ServerReading? Read(object? input)
    {
        object? bare = input is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : input;
        string path = NextPath();
        switch (bare)
        {
            case null:
                return ServerReader.Read(string.Empty, "Server");
            case string name:
                return PathLike.IsPath(name)
                    ? Refuse("Server", name, $"'{PathText.Of(name)}' is a path, not a server. {PathLike.Readers}")
                    : ServerReader.Read(name, "Server");
            case FileSystemInfo file:
                return Refuse(path, file, $"{path} is a file. {PathLike.Readers}");
            case NamespacePlan plan:
                return Refuse(path, plan, $"{path} is a plan. Give its servers: $plan.Servers.");
            case PlannedServer planned:
                return _reader.Read(Members(planned), path, strict: true);
            case CapturedServer captured:
                return _reader.Read(Members(captured), path, strict: true);
            case IDictionary:
                return Show(bare,
                    _reader.Read(
                        PlainObjectConverter.From(bare) as IReadOnlyDictionary<string, object?>
                            ?? new Dictionary<string, object?>(), path, strict: true));
            default:
                return ReadObject(input!, path);
        }
    }

    private ServerReading? ReadObject(object input, string path)
    {
        PSObject source = PSObject.AsPSObject(input);
        bool isRow = source.BaseObject is PSCustomObject && !PlainObjectConverter.IsDeserialized(source);
        IReadOnlyDictionary<string, object?> members = isRow
            ? PlainObjectConverter.Properties(source)
            : PlainObjectConverter.Properties(source, ServerReader.ExchangeProperties);
        bool carriesModelOnly = !members.ContainsKey("Name") && !members.ContainsKey("Fqdn") && source.Properties["DnsModel"] is not null;
        return carriesModelOnly ? null : Show(input, _reader.Read(members, path, strict: false));
    }

    /// <summary>Where nothing of an input was recognised, the input itself is what the fault is about.</summary>
    private static ServerReading Show(object input, ServerReading reading) => reading.Faults.All(f => f.Id != FaultIds.ServerNotRecognised)
        ? reading
        : reading with { Faults = [.. reading.Faults.Select(f => f.Id == FaultIds.ServerNotRecognised ? f with { Value = input } : f)] };

    private static ServerReading Refuse(string path, object value, string message) =>
        new(null, null, [new InputFault(FaultIds.ServerNotRecognised, path, value, message)]);

    private static Dictionary<string, object?> Members(PlannedServer server)
    {
        Dictionary<string, object?> members = new(StringComparer.OrdinalIgnoreCase)
        {
            ["Name"] = server.Name,
            ["Version"] = server.Version.ToString(),
            ["InternetFacing"] = server.InternetFacing,
            ["OutlookAnywhereEnabled"] = server.OutlookAnywhereEnabled,
            ["IPAddress"] = server.Addresses.ToList<object?>(),
        };
        if (server.Fqdn is not null)
        {
            members["Fqdn"] = server.Fqdn.Value;
        }

        if (server.Site.Length > 0)
        {
            members["Site"] = server.Site;
        }

        return members;
    }

    private static Dictionary<string, object?> Members(CapturedServer server)
    {
        Dictionary<string, object?> members = new(StringComparer.OrdinalIgnoreCase) { ["Name"] = server.Name };
        Add("Fqdn", server.Fqdn);
        Add("Site", server.Site);
        Add("AdminDisplayVersion", server.AdminDisplayVersion);
        Add("IsClientAccessServer", server.IsClientAccessServer);
        Add("OutlookAnywhereEnabled", server.OutlookAnywhereEnabled);
        Add("ExtendedProtection", server.ExtendedProtection);
        if (server.Roles.IsKnown)
        {
            members["ServerRole"] = string.Join(", ", server.Roles.Value!);
        }

        return members;

        void Add<T>(string name, Captured<T> value)
        {
            if (value.IsKnown)
            {
                members[name] = value.Value;
            }
        }
    }

    private string NextPath() => "Server[" + (_index++).ToString(CultureInfo.InvariantCulture) + "]";
}
