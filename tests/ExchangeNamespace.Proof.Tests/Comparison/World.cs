using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Proof.Support;
using ExchangeNamespace.State;
using Xunit;

namespace ExchangeNamespace.Proof.Comparison;

/// <summary>
/// An organisation as a bag of properties: what a line says is what is there afterwards. Objects are named by the command that shows them
/// and their identity; a value is null, or one or more texts.
/// </summary>
internal sealed class World
{
    private static readonly Dictionary<string, string> Readers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ClientAccessServer"] = "Get-ClientAccessServer",
        ["ClientAccessService"] = "Get-ClientAccessServer",
        ["WebServicesVirtualDirectory"] = "Get-WebServicesVirtualDirectory",
        ["OabVirtualDirectory"] = "Get-OabVirtualDirectory",
        ["OutlookAnywhere"] = "Get-OutlookAnywhere",
        ["ActiveSyncVirtualDirectory"] = "Get-ActiveSyncVirtualDirectory",
        ["UMVirtualDirectory"] = "Get-UMVirtualDirectory",
        ["OwaVirtualDirectory"] = "Get-OwaVirtualDirectory",
        ["EcpVirtualDirectory"] = "Get-EcpVirtualDirectory",
        ["MapiVirtualDirectory"] = "Get-MapiVirtualDirectory",
        ["PowerShellVirtualDirectory"] = "Get-PowerShellVirtualDirectory",
        ["OutlookProvider"] = "Get-OutlookProvider",
        ["OrganizationConfig"] = "Get-OrganizationConfig",
    };

    private static readonly HashSet<string> Lists = new(StringComparer.OrdinalIgnoreCase) { "AutoDiscoverSiteScope", "IISAuthenticationMethods" };

    public SortedDictionary<string, SortedDictionary<string, string[]?>> Objects { get; } = new(StringComparer.OrdinalIgnoreCase);

    public static string Key(string cmdlet, string identity) => Readers[cmdlet[(cmdlet.IndexOf('-', StringComparison.Ordinal) + 1)..]] + "|" + identity;

    /// <summary>What a line names; the configuration of the organisation, of which there is one, it does not name.</summary>
    public static string IdentityOf(ParsedCommand line) =>
        line.Name == "Set-OrganizationConfig" ? "OrganizationConfig" : ((string[])line.Arguments[0].Value!)[0];

    public SortedDictionary<string, string[]?> Add(string key)
    {
        SortedDictionary<string, string[]?> item = new(StringComparer.OrdinalIgnoreCase);
        Objects.Add(key, item);
        return item;
    }

    public World Copy()
    {
        World copy = new();
        foreach ((string key, SortedDictionary<string, string[]?> properties) in Objects)
        {
            SortedDictionary<string, string[]?> item = copy.Add(key);
            foreach ((string name, string[]? value) in properties)
            {
                item[name] = value;
            }
        }

        return copy;
    }

    /// <summary>Every value as a line, for comparing.</summary>
    public IEnumerable<string> Lines() => Objects.SelectMany(o => o.Value.Select(p => o.Key + "|" + p.Key + "=" + (p.Value is null ? "<null>" : string.Join(",", p.Value))).Append(o.Key));

    /// <summary>What a capture of it holds; a hidden property is not captured.</summary>
    public ExchangeState Capture(Func<string, string, bool>? hides = null)
    {
        StateReader reader = new();
        foreach ((string key, SortedDictionary<string, string[]?> properties) in Objects)
        {
            string[] parts = key.Split('|');
            int slash = parts[1].IndexOf('\\', StringComparison.Ordinal);
            Dictionary<string, object?> members = new(StringComparer.OrdinalIgnoreCase)
            {
                [CaptureMarks.CapturedBy] = parts[0],
                ["Identity"] = parts[1],
                ["Name"] = parts[1][(slash + 1)..],
            };
            foreach ((string name, string[]? value) in properties.Where(p => hides?.Invoke(key, p.Key) != true))
            {
                members[name] = value switch { null => null, [var one] => one, _ => value.ToList<object?>() };
            }

            Assert.True(reader.Read([], members), key);
        }

        // An organisation in which Outlook Anywhere is enabled nowhere: its capture is an empty file.
        using System.IO.MemoryStream none = new(System.Text.Encoding.ASCII.GetBytes("<Objs xmlns=\"http://schemas.microsoft.com/powershell/2004/04\" />"));
        reader.ReadFile(none, "Get-OutlookAnywhere.xml", inFolder: true);
        ExchangeState? state = reader.Finish();
        Assert.Empty(reader.Faults);
        return state!;
    }

    /// <summary>Does what a line says.</summary>
    public void Apply(ExchangeCommand command) => Apply(LineProof.Typed(command));

    /// <summary>A line as it is run: a person runs what stands as a comment.</summary>
    public static string Typed(string text) => text.StartsWith("# ", StringComparison.Ordinal) ? text[2..] : text;

    /// <summary>Does what a line says, read by the real parser.</summary>
    public void Apply(string text)
    {
        ParsedCommand line = ParsedCommand.Read(Typed(text));
        string identity = IdentityOf(line);
        IEnumerable<ParsedArgument> rest = line.Arguments.Where(a => a.Parameter is not ("Identity" or "Server"));
        switch (line.Name)
        {
            case "Enable-OutlookAnywhere":
                Set(Add(Key(line.Name, identity + "\\Rpc (Default Web Site)")), rest);
                break;
            case "Disable-OutlookAnywhere":
                Assert.True(Objects.Remove(Key(line.Name, identity)), line.Text);
                break;
            default:
                Assert.True(Objects.TryGetValue(Key(line.Name, identity), out SortedDictionary<string, string[]?>? item), "There is no " + line.Text);
                Set(item, rest);
                break;
        }
    }

    private static void Set(SortedDictionary<string, string[]?> item, IEnumerable<ParsedArgument> arguments)
    {
        foreach (ParsedArgument argument in arguments)
        {
            item[argument.Parameter] = argument.Value switch
            {
                // A list of Exchange is never null: without a value it is empty.
                null => Lists.Contains(argument.Parameter) ? [] : null,
                bool flag => [flag ? "True" : "False"],
                string[] texts => texts,
                _ => throw new InvalidOperationException(argument.Parameter),
            };
        }
    }
}
