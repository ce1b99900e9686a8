using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Model;

namespace ExchangeNamespace.Cluster;

/// <summary>Reads the state of a cluster and counts its votes.</summary>
public static class QuorumReader
{
    /// <summary>Most nodes that a cluster of any Windows version has; more is a slip of the keyboard.</summary>
    public const int MaximumNodes = 64;

    private const string Node = "Node";
    private const string NodeUp = "NodeUp";
    private const string WitnessUp = "WitnessUp";

    /// <summary>Counts the votes.</summary>
    /// <param name="model">Who votes.</param>
    /// <param name="windows">The Windows generation; null for the one that the model belongs to, 2008 where it belongs to both.</param>
    /// <param name="nodes">One number, or the names of the nodes.</param>
    /// <param name="nodesUp">One number, or the names of the nodes that are up, all of them in <paramref name="nodes"/>.</param>
    /// <param name="witnessUp">Whether the witness is up; null when nothing was said, which is a witness that is down where the model has
    /// one.</param>
    /// <param name="faults">Receives what was refused.</param>
    /// <returns>The votes; null after a fault.</returns>
    public static QuorumVote? Read(
        QuorumModel model, ClusterWindows? windows, IReadOnlyList<object?> nodes, IReadOnlyList<object?> nodesUp, bool? witnessUp,
        ICollection<InputFault> faults)
    {
        ClusterWindows generation = windows
            ?? (model == QuorumModel.MajorityNodeSet ? ClusterWindows.Server2003 : ClusterWindows.Server2008);
        List<InputFault> found = [];
        if (!QuorumRules.Exists(model, generation))
        {
            found.Add(new InputFault(
                FaultIds.QuorumModelNotInVersion, "Model", model.ToString(),
                $"{model} does not exist on Windows Server {ClusterWindowsText.Of(generation)}. It has "
                    + $"{string.Join(", ", QuorumRules.Models(generation))}."));
        }

        (int Count, IReadOnlyList<string>? Names)? all = ReadNodes(nodes, Node, minimum: 1, MaximumNodes, found);
        (int Count, IReadOnlyList<string>? Names)? up = all is null ? null : ReadNodes(nodesUp, NodeUp, minimum: 0, all.Value.Count, found);
        if (up?.Names is { Count: > 0 } names)
        {
            RefuseStrangers(names, all!.Value.Names, found);
        }

        if (all is not null)
        {
            RefuseWitness(model, all.Value.Count, witnessUp, found);
        }

        foreach (InputFault fault in found)
        {
            faults.Add(fault);
        }

        return found.Count > 0 || all is null || up is null
            ? null
            : QuorumRules.Count(model, generation, all.Value.Count, up.Value.Count,
                QuorumRules.NeedsWitness(model) ? witnessUp ?? false : witnessUp);
    }

    private static (int Count, IReadOnlyList<string>? Names)? ReadNodes(
        IReadOnlyList<object?> values, string parameter, int minimum, int maximum, List<InputFault> faults)
    {
        if (values.Count == 1 && ReadNumber(values[0]) is { } number)
        {
            return Limit(number, values[0], null);
        }

        if (values.Count > MaximumNodes)
        {
            return Limit(values.Count, values.Count, null);
        }

        List<string> names = [];
        int before = faults.Count;
        foreach (object? value in values)
        {
            if (value is not (null or string) && ReadNumber(value) is null)
            {
                faults.Add(new InputFault(FaultIds.MemberWrongType, parameter, value,
                    $"-{parameter} has a value that is neither a name nor a whole number. Give the names of the nodes, or how many "
                        + "there are."));
                continue;
            }

            string? text = Convert.ToString(value, CultureInfo.InvariantCulture);
            if (!ServerName.TryParse(text, parameter, out string? name, out _, out InputFault? fault))
            {
                faults.Add(fault);
            }
            else if (names.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                faults.Add(new InputFault(FaultIds.ServerDuplicate, parameter, text, $"{name} was given twice."));
            }
            else
            {
                names.Add(name);
            }
        }

        return faults.Count > before ? null : Limit(names.Count, names.Count, names);

        (int Count, IReadOnlyList<string>? Names)? Limit(decimal count, object? value, IReadOnlyList<string>? known)
        {
            if (count >= minimum && count <= maximum && count == decimal.Truncate(count))
            {
                return ((int)count, known);
            }

            faults.Add(new InputFault(
                FaultIds.ValueOutOfRange, parameter, value, string.Format(CultureInfo.InvariantCulture,
                    "-{0} is {1}. Give a whole number from {2} to {3}, or names.", parameter, count, minimum, maximum)));
            return null;
        }
    }

    private static decimal? ReadNumber(object? value) => value switch
    {
        sbyte or byte or short or ushort or int or uint or long or ulong or decimal =>
            Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        string text when decimal.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal number) => number,
        _ => null,
    };

    private static void RefuseStrangers(IReadOnlyList<string> names, IReadOnlyList<string>? known, List<InputFault> faults)
    {
        if (known is null)
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, NodeUp, names[0],
                "-NodeUp has names, but -Node is a number. Give the names of all nodes, or two numbers."));
            return;
        }

        foreach (string name in names.Where(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase)))
        {
            faults.Add(new InputFault(FaultIds.NodeNotInCluster, NodeUp, name,
                $"{name} is not among the nodes of -Node: {string.Join(", ", known)}."));
        }
    }

    private static void RefuseWitness(QuorumModel model, int nodes, bool? witnessUp, List<InputFault> faults)
    {
        if (witnessUp is null)
        {
            return;
        }

        if (model == QuorumModel.NodeMajority)
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, WitnessUp, witnessUp,
                "NodeMajority has no witness. Leave -WitnessUp out, or name the model that has one."));
        }
        else if (model == QuorumModel.MajorityNodeSet && nodes != QuorumRules.NodesOfShareWitness2003)
        {
            faults.Add(new InputFault(FaultIds.InputContradiction, WitnessUp, witnessUp,
                "On Windows Server 2003 the file share witness is for clusters of two nodes (KB921181), and this one has "
                    + $"{nodes.ToString(CultureInfo.InvariantCulture)}. Leave -WitnessUp out."));
        }
    }
}
